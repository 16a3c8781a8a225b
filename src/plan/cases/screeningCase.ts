import { z } from 'zod'
import { NonNegative, Positive, Share } from '../schema/common.ts'

/** Which of several plants is cheapest at how many hours a year, and how much of each a load takes. */
export const ScreeningCase = z
  .strictObject({
    discountRatePerYear: z.number().min(0).max(0.5).default(0.08),
    technologies: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          capexUsdPerKw: NonNegative,
          lifeYears: Positive,
          fixedUsdPerKwYear: NonNegative.default(0),
          /** Fuel and variable cost. */
          variableUsdPerMwh: NonNegative,
          /** Or what a kW costs a year, in place of capex, life and fixed cost. */
          annualUsdPerKw: NonNegative.optional(),
        }),
      )
      .min(1),
    /** Load of each hour of a year, in any order. */
    loadMw: z.array(NonNegative).min(1).max(8784).optional(),
    /** Or the load duration curve: so many hours at so many MW. */
    durationCurve: z.array(z.strictObject({ mw: NonNegative, hours: Positive })).optional(),
    /** Share of a year that a plant can run; more of it is built for the same MW of load. */
    availabilityShare: Share.min(0.01, 'a share from 0.01 to 1').default(1),
  })
  .refine((own) => (own.loadMw === undefined) !== (own.durationCurve === undefined), {
    path: ['loadMw'],
    message: 'loadMw or durationCurve, one of them',
  })
export type ScreeningCase = z.infer<typeof ScreeningCase>
