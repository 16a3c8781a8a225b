import { readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { type HandedFile, MOST_FILE_BYTES } from '../../contract/desktop.ts'
import { AppFault } from '../../plan/fault.ts'
import { writeAtomically } from '../writeAtomically.ts'
import { OPENED_TYPES } from './fileTypes.ts'

const MOST_RECENT = 10

export interface FileInbox {
  /** Files waiting for the screen. */
  readonly hand: (paths: readonly string[]) => void
  /** What waits, read; the list is empty afterwards. */
  readonly take: () => HandedFile[]
  readonly read: (path: string) => HandedFile
  readonly recent: () => readonly string[]
  /** Puts a file first in the list of recent ones. */
  readonly remember: (path: string) => void
}

/** Files on their way from the system to the screen, and the list of those that were opened or saved last. */
export function createFileInbox(home: string, onRemember: (path: string) => void): FileInbox {
  const listFile = join(home, 'recent-files.json')
  let waiting: string[] = []
  const recent = (): readonly string[] => readList(listFile)
  const remember = (path: string): void => {
    const list = [path, ...recent().filter((own) => own !== path)].slice(0, MOST_RECENT)
    writeAtomically(listFile, `${JSON.stringify(list)}\n`)
    onRemember(path)
  }
  const read = (path: string): HandedFile => {
    const handed = readHanded(path)
    remember(path)
    return handed
  }
  return {
    recent,
    remember,
    read,
    hand: (paths) => {
      waiting.push(...paths)
    },
    take: () => {
      const paths = waiting
      waiting = []
      return paths.map(read)
    },
  }
}

/** Paths of files among the arguments with which the program was started. */
export function filesOfArguments(args: readonly string[], folder: string): string[] {
  const isOpened = (own: string): boolean =>
    !own.startsWith('-') && OPENED_TYPES.some((type) => own.toLowerCase().endsWith(`.${type}`))
  return args.filter(isOpened).map((own) => resolve(folder, own))
}

function readHanded(path: string): HandedFile {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined)
    throw new AppFault('not-found', 'The file is no longer there', [
      { path: 'file', value: path, expected: 'a file that exists' },
    ])
  if (size > MOST_FILE_BYTES)
    throw new AppFault('bad-input', 'The file is too large', [
      { path: 'file', value: path, expected: `at most ${MOST_FILE_BYTES / 1024 / 1024} MiB` },
    ])
  return { fileName: basename(path), base64: readFileSync(path).toString('base64') }
}

function readList(file: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(list) ? list.filter((own) => typeof own === 'string') : []
  } catch {
    return []
  }
}
