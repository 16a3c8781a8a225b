import { z } from 'zod'
import { Id, LeadMonths, Name, NonNegative, Note, Positive, QuarterOrMonth, Share } from './common.ts'
import { PowerContract } from './contracts.ts'

/** Service that the utility may curtail in hours of stress; it often comes years before firm service. */
const FlexibleService = z.strictObject({
  limitMw: NonNegative,
  energised: QuarterOrMonth,
  /** Share that goes in hours of stress. */
  curtailedShare: Share.default(0.25),
  /** Hours of stress a year; 88 are 1 % of them. */
  hoursPerYear: NonNegative.default(88),
  /** Longest event; storage must last through it. */
  hoursPerEvent: Positive.default(4),
})

/** Plant or storage on the site: a row of the catalog, with what is known better. */
const OnSite = z.strictObject({
  id: Id,
  /** What planners call it; absent: its technology. */
  name: Name.optional(),
  energySourceId: Id,
  maxMw: NonNegative,
  unitMw: Positive,
  /** Overrides of the catalog's row. */
  capexUsdPerKw: NonNegative.optional(),
  fixedUsdPerKwYear: NonNegative.optional(),
  /** Fuel and variable cost. */
  variableUsdPerMwh: NonNegative.optional(),
  leadMonths: LeadMonths.optional(),
  lifeYears: Positive.optional(),
  /** Share of the MW that counts against the peak. */
  firmShare: Share.optional(),
  /** Output over MW at most, mean of the year (capacity factor of sun and wind, availability of engines). */
  availabilityShare: Share.optional(),
  /** What a MWh emits. */
  tco2PerMwh: NonNegative.optional(),
  /** Hours at full load a year that permits allow; standby plant has its catalog row's. */
  maxHoursPerYear: NonNegative.optional(),
  /** What the pipeline or the tank brings. */
  fuelLimitMmbtuPerDay: NonNegative.optional(),
  /** Storage: hours at full power. */
  durationH: Positive.optional(),
  /** Storage: energy out over energy in. */
  roundTripShare: z.number().min(0.1).max(1).optional(),
  note: Note.optional(),
})

/** MW connected by quarter: each step at least the one before; the step that falls is named. */
const RampSteps = z
  .array(NonNegative)
  .min(1)
  .superRefine((steps, context) => {
    steps.forEach((mw, i) => {
      const before = steps[i - 1]
      if (before === undefined || mw >= before) return
      const message = `${before} MW or more, as in the quarter before: a ramp never shrinks; raise this step or leave it out`
      context.addIssue({ code: 'custom', path: [i], message })
    })
  })

/** Layer 1: grid connection and energy. */
export const Power = z.strictObject({
  /** Most firm MW of the grid, those that the site brings among them. */
  gridLimitMw: NonNegative,
  energised: QuarterOrMonth,
  /** Firm MW that the site brings (a mine, a mill): no queue, no ramp, no connection to pay. */
  standingMw: NonNegative.default(0),
  /** Where the date of the application is the planner's choice: its first quarter or month, in place of `energised`. */
  applyFrom: QuarterOrMonth.optional(),
  /** Months from such an application to the first MW. */
  queueMonths: LeadMonths.default(48),
  /** Paid with the application. */
  applicationMusd: NonNegative.default(0),
  /** MW that may be added each quarter (three months) once energised; absent means all at once. */
  rampMwPerQuarter: Positive.optional(),
  /** Or the staircase itself: MW by quarter from energisation, the last staying. */
  rampStepsMw: RampSteps.optional(),
  flexible: FlexibleService.optional(),
  energyUsdPerMwh: NonNegative.optional(),
  energyPriceChangePerYear: z.number().min(-0.5).max(1).default(0),
  /** Price of each hour of the local day over the price above. */
  energyPriceByHour: z.array(NonNegative).length(24).optional(),
  demandChargeUsdPerKwMonth: NonNegative.default(8),
  /** Share of contracted MW billed whether used or not. */
  minimumTakeShare: Share.default(0.6),
  /** Share of the highest metered MW of the look-back that is billed at least. */
  ratchetShare: Share.default(0),
  ratchetQuarters: z.int().min(0).max(12).default(4),
  /** Look-back in months, in place of the quarters; a begun period counts whole. */
  ratchetMonths: z.int().min(0).max(36).optional(),
  /**
   * Months of the year whose peaks the ratchet looks at, 1 to 12 (a summer ratchet: 6, 7, 8, 9); empty: all. A quarter or
   * year that has one of them is looked at whole.
   */
  ratchetOnlyMonths: z.array(z.int().min(1).max(12)).max(12).default([]),
  connectionMusdPerMw: NonNegative.default(0.15),
  /** Paid once by a site that contracts anything. */
  studyMusd: NonNegative.default(0),
  /** Paid with the connection, returned at the horizon without interest. */
  depositMusdPerMw: NonNegative.default(0),
  /** Fee for each MW given up; absent means that contracted MW may not be given up. */
  exitMusdPerMw: NonNegative.optional(),
  contracts: z.array(PowerContract).default([]),
  /** Share of the energy bought that must be locked by contracts, from the first one's start. */
  minimumLockedShare: Share.default(0),
  onSite: z.array(OnSite).default([]),
  /** What the site's electricity may emit. */
  carbonLimitTonnesPerYear: NonNegative.optional(),
  /** Share of each year's energy that carbon-free plant and contracts supply in the same hours. */
  minimumCleanShare: Share.default(0),
  /** Firm plant must carry the peak with its largest unit out. */
  largestUnitOut: z.boolean().default(true),
  /** Firm MW over the peak. */
  reserveMarginShare: NonNegative.default(0),
  /** Minutes of the peak that storage on the site keeps charged at all times, in the place of or beside the UPS. */
  rideThroughMinutes: NonNegative.default(0),
  /** Penalty for each MWh that the fixed IT load does not get (inference 20,000, training 3,000; estimates). */
  unservedEnergyUsdPerMwh: NonNegative.default(20_000),
  note: Note.optional(),
})
export type Power = z.infer<typeof Power>
