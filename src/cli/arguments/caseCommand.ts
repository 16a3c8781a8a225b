import type { z } from 'zod'
import { writeAtomically } from '../../main/writeAtomically.ts'
import { checkDocument } from '../../plan/checkDocument.ts'
import { EXIT } from './exit.ts'
import { readArguments } from './readArguments.ts'
import { parseJson, readTextFile } from './textFile.ts'

interface CaseCommand<T extends z.ZodType> {
  readonly help: string
  readonly schema: T
  readonly answer: (input: z.infer<T>) => unknown
}

/** A command that reads one JSON document, checks it, and answers with JSON: to standard output, or to --out. */
export async function runCase<T extends z.ZodType>(
  args: readonly string[],
  { help, schema, answer }: CaseCommand<T>,
): Promise<number> {
  const asked = readArguments(args, help, { out: { type: 'string' } })
  if (!asked) return EXIT.done
  const { values, positionals } = asked
  const text = await readTextFile('CASE', positionals[0], 'case file')
  const input = checkDocument(schema, parseJson('CASE', text), 'The case does not fit its schema')
  writeJson(await answer(input), values.out)
  return EXIT.done
}

export function writeJson(value: unknown, file: string | undefined): void {
  const text = `${JSON.stringify(value, null, 2)}\n`
  if (file === undefined) process.stdout.write(text)
  else writeAtomically(file, text)
}
