import { z } from 'zod'
import { BySlice } from './slices.ts'

export const Placement = z.object({
  period: z.string(),
  siteId: z.string(),
  classId: z.string(),
  modelId: z.string(),
  acceleratorId: z.string(),
  /** Units busy at the site's peak slice. */
  units: z.number(),
  /** Of them, those that read prompts alone; absent: prompts are read between answers. */
  prefillUnits: z.number().optional(),
  /** Units busy at the busiest minute of each slice. */
  unitsBySlice: BySlice,
  tokS: z.number(),
})
export type Placement = z.infer<typeof Placement>

/** A model with a licence or with replicas that stand ready, where and when it is deployed. */
export const DeploymentRow = z.object({
  period: z.string(),
  siteId: z.string(),
  modelId: z.string(),
  /** Units of each accelerator that stand ready for it beside the busy ones, by slice. */
  heldUnitsBySlice: z.record(z.string(), z.array(z.number())),
})
export type DeploymentRow = z.infer<typeof DeploymentRow>
