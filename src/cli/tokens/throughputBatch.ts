import { predictBatch } from '../../engine/throughput/batch/predictBatch.ts'
import { shippedFactors } from '../../engine/throughput/factors/shippedFactors.ts'
import { writeAtomically } from '../../main/writeAtomically.ts'
import { EXIT } from '../arguments/exit.ts'
import type { readPlanSight } from '../decide/planSight.ts'
import { readArray } from './measuredFiles.ts'

/** Answers a file of rows; ends with 0 whatever single rows say, and with 2 where the file is no array. */
export async function throughputBatch(
  file: string,
  out: string | undefined,
  sight: ReturnType<typeof readPlanSight>,
): Promise<number> {
  const { catalog, anchors } = await sight
  const answers = predictBatch(await readArray('--batch', file), catalog, shippedFactors(), anchors)
  const text = `${JSON.stringify(answers, null, 1)}\n`
  if (out === undefined) process.stdout.write(text)
  else writeAtomically(out, text)
  const refused = answers.filter((answer) => 'error' in answer).length
  console.error(`${answers.length} rows, ${refused} of them could not be predicted`)
  return EXIT.done
}
