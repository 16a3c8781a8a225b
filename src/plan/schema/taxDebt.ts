import { z } from 'zod'
import { Positive, Share } from './common.ts'

/** Tax on the plan's income, worked out after the solve: what is built does not depend on it. */
export const Tax = z.strictObject({
  /** Of taxable income; 0: no tax, and every figure is before tax. */
  rateShare: Share.default(0),
  /**
   * Straight-line over the life from the day of service; or declining balance as MACRS has it: 200 % up to 10 years,
   * 150 % beyond, with a half-year convention and the change to straight-line, which lives over 27 years have
   * throughout.
   */
  depreciation: z.enum(['straight-line', 'declining-balance']).default('straight-line'),
  /** Years over which a class of assets is written off; absent: as the catalog has it. */
  lifeYears: z
    .strictObject({
      servers: Positive.optional(),
      buildings: Positive.optional(),
      power: Positive.optional(),
    })
    .default({}),
  /** A year's loss lowers the taxable income of later years; else it is lost. */
  carriesLosses: z.boolean().default(true),
})
export type Tax = z.infer<typeof Tax>

/** Loans for what is bought, worked out after the solve. */
export const Debt = z.strictObject({
  /** Of what is bought; 0: no debt. */
  capitalShare: Share.default(0),
  interestPerYear: z.number().min(0).max(1).default(0.07),
  /** Equal yearly payments over so many years from the day of service; what is left at the horizon is paid then. */
  tenorYears: z.int().min(1).max(40).default(7),
})
export type Debt = z.infer<typeof Debt>
