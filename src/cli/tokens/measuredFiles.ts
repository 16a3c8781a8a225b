import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Anchor } from '../../engine/throughput/anchors/anchorStep.ts'
import { MeasuredRun } from '../../engine/throughput/import/measuredRun.ts'
import { toAnchors } from '../../engine/throughput/import/toAnchors.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { AppFault, type InputFault } from '../../plan/fault.ts'

/** The text of a file that an option names; of standard input where it is `-`. */
export async function readText(option: string, file: string): Promise<string> {
  if (file === '-') return text(process.stdin)
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw unreadable([{ path: option, value: file, expected: 'a readable file' }])
  }
}

/** An array of anything, as JSON. */
export async function readArray(option: string, file: string): Promise<readonly unknown[]> {
  const json = await readText(option, file)
  let rows: unknown
  try {
    rows = JSON.parse(json)
  } catch (error) {
    const value = error instanceof Error ? error.message : file
    throw unreadable([{ path: option, value, expected: 'JSON' }])
  }
  if (!Array.isArray(rows)) throw unreadable([{ path: option, value: typeof rows, expected: 'an array' }])
  return rows
}

/** Runs that `tokenworks throughput import` kept, as anchors; none where no file is named. */
export async function readAnchors(file: string | undefined, catalog: Catalog): Promise<Anchor[]> {
  if (file === undefined) return []
  const checked = z.array(MeasuredRun).safeParse(await readArray('--anchors', file))
  if (checked.success) return toAnchors(checked.data, catalog)
  throw unreadable(
    checked.error.issues.map((issue) => ({
      path: `--anchors ${issue.path.join('.')}`,
      value: undefined,
      expected: issue.message,
    })),
  )
}

function unreadable(faults: readonly InputFault[]): AppFault {
  return new AppFault('bad-input', 'A file cannot be read', faults)
}
