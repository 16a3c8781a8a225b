import { z } from 'zod'
import { BySlice } from './slices.ts'

/** A block of hours of a representative day of a site, where the plan balances power on such days. */
export const DayBlock = z.object({
  /** By its place in the site's list of days. */
  day: z.int(),
  /** By its place in the slices: type of day and hours of the block. */
  slice: z.int(),
  /** Hours of the period that it stands for. */
  hours: z.number(),
  /** MW, mean of the block. */
  drawnMw: z.number(),
  generatedMw: z.record(z.string(), z.number()),
  contractMw: z.record(z.string(), z.number()),
  chargedMw: z.record(z.string(), z.number()),
  dischargedMw: z.record(z.string(), z.number()),
  unservedItMw: z.number(),
})
export type DayBlock = z.infer<typeof DayBlock>

export const SiteBuild = z.object({
  siteId: z.string(),
  period: z.string(),
  builtItMw: z.number(),
  usedItMw: z.number(),
  phases: z.int(),
  /** Firm MW held of the grid. */
  contractedMw: z.number(),
  /** Firm MW given up to date, curtailable MW, highest MW at the meter, MW billed; 0 in older results. */
  releasedMw: z.number().default(0),
  flexibleMw: z.number().default(0),
  /** 1 once the application for the grid has gone out, where its date is a choice of the plan. */
  hasApplied: z.number().default(0),
  meteredMw: z.number().default(0),
  billedMw: z.number().default(0),
  peakMw: z.number(),
  energyMwh: z.number(),
  /** Units in service. */
  unitsByAccelerator: z.record(z.string(), z.number()),
  /** Units bought to date, retired ones too; empty in older results. */
  boughtByAccelerator: z.record(z.string(), z.number()).default({}),
  /** Units kept for training. */
  trainingByAccelerator: z.record(z.string(), z.number()).default({}),
  /** Installed MW of plant and storage, and in units; units are empty in older results. */
  onSiteMw: z.record(z.string(), z.number()),
  onSiteUnits: z.record(z.string(), z.number()).default({}),
  /** MW drawn from the grid, mean of the slice. */
  drawnMwBySlice: BySlice,
  /** MW generated on site by plant, mean of the slice. */
  generatedMwBySlice: z.record(z.string(), z.array(z.number())).default({}),
  /** MW into and out of storage, mean of the slice. */
  storageMwBySlice: z
    .record(z.string(), z.object({ charged: z.array(z.number()), discharged: z.array(z.number()) }))
    .default({}),
  /** MW of contracts in force, and what is taken of them by slice (nothing of a virtual one). */
  contractMw: z.record(z.string(), z.number()).default({}),
  contractMwBySlice: z.record(z.string(), z.array(z.number())).default({}),
  /** MW of IT that the fixed load does not get; empty where there is none. */
  unservedItMwBySlice: BySlice,
  /** Where power is balanced on representative days: their blocks, of which the lists by slice are the means. */
  dayBlocks: z.array(DayBlock).default([]),
  /** MW that plant runs while the grid curtails. */
  stressMw: z.record(z.string(), z.number()).default({}),
  servedTokS: z.number(),
  co2Tonnes: z.number(),
  waterM3: z.number(),
})
export type SiteBuild = z.infer<typeof SiteBuild>

/** Units that leave service within the horizon: at the plan's age, or earlier where that was left to the solve. */
export const Retirement = z.object({
  siteId: z.string(),
  acceleratorId: z.string(),
  /** Period of their delivery, and the first one without them. */
  boughtPeriod: z.string(),
  period: z.string(),
  ageYears: z.number(),
  /** True: the solve chose that age out of those of `retireAtYears`. */
  isEarly: z.boolean(),
  units: z.number(),
  /** Paid for them then, with their switches and optics, not discounted; 0: worn out, or rented by an annuity. */
  saleMusd: z.number(),
})
export type Retirement = z.infer<typeof Retirement>
