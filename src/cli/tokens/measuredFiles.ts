import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Anchor } from '../../engine/throughput/anchors/anchorStep.ts'
import { MeasuredRun } from '../../engine/throughput/import/measuredRun.ts'
import { toAnchors } from '../../engine/throughput/import/toAnchors.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { checkDocument } from '../../plan/checkDocument.ts'
import { AppFault } from '../../plan/fault.ts'
import { parseJson, readTextFile } from '../arguments/textFile.ts'

/** The text of a file that an option names; of standard input where it is `-`. */
export async function readText(option: string, file: string): Promise<string> {
  return file === '-' ? text(process.stdin) : readTextFile(option, file, 'file')
}

/** An array of anything, as JSON. */
export async function readArray(option: string, file: string): Promise<readonly unknown[]> {
  const rows = parseJson(option, await readText(option, file))
  if (Array.isArray(rows)) return rows
  throw new AppFault('bad-input', 'A file cannot be read', [
    { path: option, value: typeof rows, expected: 'an array' },
  ])
}

/** Runs that `tokenworks throughput import` kept, as anchors; none where no file is named. */
export async function readAnchors(file: string | undefined, catalog: Catalog): Promise<Anchor[]> {
  if (file === undefined) return []
  const rows = await readArray('--anchors', file)
  return toAnchors(
    checkDocument(z.array(MeasuredRun), rows, `The runs of ${file} do not fit their schema`),
    catalog,
  )
}
