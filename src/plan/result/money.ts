import { z } from 'zod'
import { LayerName } from './cake.ts'

export const CostLine = z.object({
  layer: LayerName,
  name: z.string(),
  siteId: z.string().nullable(),
  /** Present value over the horizon, million USD. */
  presentMusd: z.number(),
  /** Present value by period, million USD. */
  byPeriodMusd: z.array(z.number()),
})
export type CostLine = z.infer<typeof CostLine>

/** What is left for the owner when tokens are sold at the plan's prices. */
export const CashSummary = z.object({
  /** Present values over the horizon, million USD. */
  revenueMusd: z.number(),
  netPresentValueMusd: z.number(),
  /** Internal rate of return; null: there is none, or more than one. */
  irrPerYear: z.number().nullable(),
  /** Years from the start until what came in stays above what went out, not discounted; null: never. */
  paybackYears: z.number().nullable(),
})
export type CashSummary = z.infer<typeof CashSummary>

/** Budgets of the whole plan: of its horizon, and of each year. */
export const BudgetName = z.enum([
  'capex',
  'capex-year',
  'carbon-total',
  'carbon-budget',
  'water-budget',
  'unserved-total',
  'leased-total',
  'away-from-edge-total',
])
export type BudgetName = z.infer<typeof BudgetName>
