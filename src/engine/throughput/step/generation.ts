import type { AcceleratorRow } from '../../../plan/catalog/hardwareRows.ts'

/** Chips of one design, by catalog id. */
const GENERATIONS: readonly (readonly [RegExp, string])[] = [
  [/^nvidia-(h100|h200|h800|gh200|h20)/, 'hopper'],
  [/^nvidia-(b100|b200|b300|gb200|gb300|gb10|rtx-pro-6000-b|rtx-5090|jetson-agx-thor)/, 'blackwell'],
  [/^nvidia-(a100|a800|a10|a30|a40|rtx-a6000|jetson-agx-orin)/, 'ampere'],
  [/^nvidia-(l\d|rtx-4090|rtx-6000-ada)/, 'ada'],
  [/^nvidia-(vera|rubin)/, 'rubin'],
  [/^amd-mi2/, 'cdna2'],
  [/^amd-mi30|^amd-mi32/, 'cdna3'],
  [/^amd-mi35/, 'cdna4'],
]

/** The generation an accelerator belongs to; a part alone in its generation is one by itself. */
export function generationOf({ id }: AcceleratorRow): string {
  return GENERATIONS.find(([ids]) => ids.test(id))?.[1] ?? id
}

/** The part of a generation that was measured most. */
const FLAGSHIPS: Readonly<Record<string, string>> = {
  hopper: 'nvidia-h200-sxm',
  blackwell: 'nvidia-b200-sxm',
  ampere: 'nvidia-a100-sxm-40gb',
  ada: 'nvidia-l40s',
  cdna2: 'amd-mi250',
  cdna3: 'amd-mi300x',
}

/** The accelerator that one without measurements takes after; undefined where it has none or is it itself. */
export function siblingOf(accelerator: AcceleratorRow): string | undefined {
  const flagship = FLAGSHIPS[generationOf(accelerator)]
  return flagship === accelerator.id ? undefined : flagship
}

/** 16-bit TFLOP/s per watt that the flagship of a generation is rated for. */
const RATED_TFLOPS_PER_W: Readonly<Record<string, number>> = {
  hopper: 989 / 700,
  ada: 362 / 350,
  blackwell: 2250 / 1000,
  cdna3: 1307 / 1000,
  cdna4: 2516 / 1400,
}

/** Peaks of four over 16 bits of the flagships that have both. */
const FP4_OVER_BF16 = 4

/**
 * Share of its peak that a board sustains: one that is rated for more per watt than the flagship of its design cannot hold
 * its clock, because a multiplication takes both the same energy. So less power is less speed (MI300X, H100 NVL), and a
 * peak that was raised in four bits alone (Blackwell Ultra) is had as far as the power was.
 */
export function sustainedShare(accelerator: AcceleratorRow, isFp4: boolean): number {
  const { bf16TflopsDense, fp4TflopsDense, tdpW } = accelerator
  const rated = RATED_TFLOPS_PER_W[generationOf(accelerator)]
  const peak = isFp4 && fp4TflopsDense !== null ? fp4TflopsDense / FP4_OVER_BF16 : bf16TflopsDense
  if (rated === undefined || peak === null || tdpW === null) return 1
  return Math.min(1, (rated * tdpW) / peak)
}
