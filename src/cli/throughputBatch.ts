import { readFile } from 'node:fs/promises'
import { predictBatch } from '../engine/throughput/batch/predictBatch.ts'
import { shippedFactors } from '../engine/throughput/shippedFactors.ts'
import { readCatalog } from '../main/readCatalog.ts'
import { writeAtomically } from '../main/writeAtomically.ts'
import { AppFault } from '../plan/fault.ts'
import { EXIT } from './exit.ts'

/** Answers a file of rows; ends with 0 whatever single rows say, and with 2 where the file is no array. */
export async function throughputBatch(file: string, out: string | undefined): Promise<number> {
  const answers = predictBatch(await readRows(file), await readCatalog(), shippedFactors())
  const text = `${JSON.stringify(answers, null, 1)}\n`
  if (out === undefined) process.stdout.write(text)
  else writeAtomically(out, text)
  const refused = answers.filter((answer) => 'error' in answer).length
  console.error(`${answers.length} rows, ${refused} of them could not be predicted`)
  return EXIT.done
}

async function readRows(file: string): Promise<readonly unknown[]> {
  const fault = (value: unknown, expected: string) =>
    new AppFault('bad-input', 'The rows cannot be read', [{ path: '--batch', value, expected }])
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch {
    throw fault(file, 'a readable file')
  }
  let rows: unknown
  try {
    rows = JSON.parse(text)
  } catch (error) {
    throw fault(error instanceof Error ? error.message : file, 'JSON')
  }
  if (!Array.isArray(rows)) throw fault(typeof rows, 'an array of rows')
  return rows
}
