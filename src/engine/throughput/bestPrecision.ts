import type { AcceleratorRow } from '../../plan/catalog/hardwareRows.ts'

/** FP8 where the hardware has it (the common serving precision), else INT8 or BF16. */
export function bestPrecision(row: AcceleratorRow): 'fp8' | 'int8' | 'bf16' {
  if (row.fp8TflopsDense !== null) return 'fp8'
  return row.int8TopsDense !== null ? 'int8' : 'bf16'
}
