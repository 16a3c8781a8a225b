import { z } from 'zod'
import { Demand, Region } from './agents.ts'
import { Budget } from './budget.ts'
import { Id, NonNegative, Note, QuarterOrMonth, Share } from './common.ts'
import { CurrencyChoice } from './currency.ts'
import { CustomAccelerator, CustomModel } from './custom.ts'
import { Goals, Provenance } from './goals.ts'
import { MeasuredRun } from './measurement.ts'
import { CatalogOverride } from './override.ts'
import { Site } from './site.ts'
import { Distribution, PlanAccelerator, PlanModel, Procurement, Routing, Training } from './supply.ts'
import { Debt, Tax } from './taxDebt.ts'

export const SCHEMA_VERSION = 1

/** All seven layers of one plan, as the planner says them. Money in USD, nominal, whatever it is shown in. */
export const Plan = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  id: Id,
  name: z.string().min(1).max(200),
  description: z.string().max(10_000).default(''),
  horizon: z.strictObject({
    start: QuarterOrMonth,
    periods: z.int().min(1).max(240),
    /**
     * Length of a period: one, three or twelve equal months of 730 h. Months are called as in `2027-05`, quarters as in
     * `2027Q2`, years by their first quarter; dates may be given as either.
     */
    periodLength: z.enum(['month', 'quarter', 'year']).default('quarter'),
    /** Blocks into which a day is cut; divides 24. Weekends have half as many, but hours where the week has hours. */
    blocksPerDay: z
      .union(
        [
          ...([z.literal(2), z.literal(3), z.literal(4), z.literal(6), z.literal(8)] as const),
          ...([z.literal(12), z.literal(24)] as const),
        ],
        'one of 2, 3, 4, 6, 8, 12, 24',
      )
      .default(4),
    /**
     * Days on which power is balanced: the mean weekday and weekend of each quarter, or representative days of each site
     * (imported with its hours, else synthetic), cut into the same blocks.
     */
    powerDays: z.enum(['mean', 'representative']).default('mean'),
  }),
  finance: z.strictObject({
    discountRatePerYear: z.number().min(0).max(0.5).default(0.1),
    /** What the solver looks for: the least cost, or the most margin at `distribution.sellPrices`. */
    objective: z.enum(['cost', 'margin']).default('cost'),
    carbonUsdPerTonne: NonNegative.default(0),
    /** Share of the price paid for facility and grid that is left at the horizon, per remaining life. */
    facilityLifeYears: z.number().positive().default(20),
    /** Plant, rooms and accelerators: paid once, or an annuity over their life for each year in service. */
    capital: z.enum(['lump-sum', 'annuity']).default('lump-sum'),
    /** A lump sum falls a lead time before service, or with it; the connection a year before, or with it. */
    capitalPaid: z.enum(['at-order', 'in-service']).default('at-order'),
    /** Whether the straight-line value left at the horizon is given back. */
    residualValue: z.boolean().default(true),
    /** When in a period it is paid. */
    discounting: z.enum(['mid-period', 'end-of-period', 'start-of-period']).default('mid-period'),
    /** Off where nothing is said; the solver never sees it. */
    tax: Tax.prefault({}),
    debt: Debt.prefault({}),
    note: Note.optional(),
  }),
  currency: CurrencyChoice.prefault({}),
  budget: Budget.prefault({}),
  solver: z.strictObject({
    gapShare: Share.default(0.01),
    /** Seconds on the clock; where nothing is said, as many as the size of the problem asks for. */
    timeLimitS: z.number().positive().optional(),
  }),
  regions: z.array(Region).min(1),
  demand: z.array(Demand).default([]),
  routing: Routing.prefault({}),
  distribution: Distribution.prefault({}),
  models: z.array(PlanModel).default([]),
  accelerators: z.array(PlanAccelerator).default([]),
  sites: z.array(Site),
  procurement: Procurement.prefault({}),
  training: z.array(Training).default([]),
  /** Values of the catalog that this plan sees differently. */
  catalogOverrides: z.array(CatalogOverride).default([]),
  /** Hardware and models that the catalog does not have. */
  customAccelerators: z.array(CustomAccelerator).default([]),
  customModels: z.array(CustomModel).default([]),
  /** The planner's own benchmark runs: speeds near them follow them. */
  measurements: z.array(MeasuredRun).default([]),
  goals: Goals.default({}),
  /** Where single values come from, by path with ids, as in `sites[ash].power.gridLimitMw`. */
  provenance: z.record(z.string().max(300), Provenance).default({}),
})
export type Plan = z.infer<typeof Plan>
type Listed = 'demand' | 'models' | 'accelerators' | 'routing' | 'distribution'
/** What a file may leave to the defaults; a plan of power alone may leave out the layers above the building too. */
export type PlanInput = Omit<z.input<typeof Plan>, Listed> & {
  [K in Listed]: NonNullable<z.input<typeof Plan>[K]>
}
