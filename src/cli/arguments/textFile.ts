import { readFile } from 'node:fs/promises'
import { AppFault } from '../../plan/fault.ts'

/** Text of a file named on the command line; one that is not there is a fault like any other. */
export async function readTextFile(path: string, file: string | undefined, what: string): Promise<string> {
  if (file === undefined) {
    throw new AppFault('bad-input', `No ${what} was given`, [
      { path, value: undefined, expected: `the path of a ${what}` },
    ])
  }
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    throw new AppFault('not-found', `The ${what} cannot be read (${code})`, [
      { path, value: file, expected: `a readable ${what}` },
    ])
  }
}

/** JSON of a file named on the command line. */
export function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new AppFault('bad-input', 'The file is not JSON', [
      { path, value: message, expected: 'a JSON document' },
    ])
  }
}
