import { z } from 'zod'
import { Id, LeadMonths, NonNegative, Note, Positive, QuarterOrMonth, Share } from './common.ts'
import { Power } from './power.ts'
import { SiteProfiles } from './profiles.ts'
import { Redundancy } from './redundancy.ts'

/** Units that stand for the load, by kind of equipment. */
export const Redundancies = z.strictObject({
  ups: Redundancy.default('N+1'),
  generators: Redundancy.default('N+1'),
  transformers: Redundancy.default('N+1'),
  switchgear: Redundancy.default('2N'),
  cooling: Redundancy.default('N+1'),
  /** Share of the facility's load that generators carry; training halls may do without. */
  generatorShare: Share.default(1),
  /** MW of IT in one block; spares stand once in each. Absent: the site is one block. */
  blockMw: Positive.optional(),
  powerFactor: z.number().min(0.5).max(1).default(0.95),
})
export type Redundancies = z.infer<typeof Redundancies>

const Pue = z.number().min(1, 'a PUE of 1 or more')

/** So many blocks (phases) that have a cooling technology. */
export const CoolingBlock = z.strictObject({ technologyId: Id, blocks: z.int().positive() })

/** Layer 2: the building and its cooling. */
export const Facility = z.strictObject({
  archetypeId: Id,
  /** MW of IT load that one phase (room, hall) carries. */
  moduleItMw: Positive,
  maxItMw: NonNegative,
  existingItMw: NonNegative.default(0),
  buildMonths: LeadMonths,
  /** First quarter or month in which a phase can be energised. */
  earliest: QuarterOrMonth,
  capexMusdPerMw: NonNegative,
  fixedMusdPerSite: NonNegative.default(0),
  opexMusdPerMwYear: NonNegative.default(0.25),
  coolingTechnologyId: Id,
  /** `solve`: the solve chooses it, block by block within rack density and water permit, and writes it here and below. */
  coolingChoice: z.enum(['given', 'solve']).default('given'),
  /** Where blocks differ: how many have which technology; empty: all have the one above. */
  coolingBlocks: z.array(CoolingBlock).default([]),
  /** A PUE that is known, electrical losses included, the same in every hour: in place of the technology's formula. */
  givenPue: Pue.optional(),
  /** The same at design conditions; absent: as given. Holds only beside a given PUE. */
  givenPueDesign: Pue.optional(),
  /** Litres per kWh of IT beside a given PUE; absent: none. */
  givenWueLPerKwh: NonNegative.optional(),
  /** MW of IT heat that cooling may reject; the site's water, roof or permit. */
  coolingLimitItMw: NonNegative.optional(),
  /** What the water permit allows. */
  waterLimitM3PerYear: NonNegative.optional(),
  waterUsdPerM3: NonNegative.default(0),
  /** Phases that crews can bring into service in one quarter. */
  maxPhasesPerQuarter: z.int().positive().optional(),
  electricalLossShare: Share.default(0.06),
  redundancy: Redundancies.prefault({}),
  /** IT load that is there whatever is served (training, tenants), MW. */
  fixedItMw: NonNegative.default(0),
  /** The same by period of the horizon, the last staying; takes the place of `fixedItMw` where given. */
  fixedItMwByPeriod: z.array(NonNegative).default([]),
  /** Share of it at each hour of the local day; absent: all of it all day. */
  fixedItShareByHour: z.array(Share).length(24).optional(),
  note: Note.optional(),
})

export const Site = z.strictObject({
  id: Id,
  name: z.string().min(1),
  catalogRegionId: Id,
  latencyId: z.string().optional(),
  extraRttMs: NonNegative.default(0),
  residencyZone: Id,
  /** Kind of place that it is; absent: by its size, up to 5 MW of IT the edge, from 10 MW a campus (grade C). */
  tier: z.enum(['edge', 'site', 'campus']).optional(),
  facility: Facility,
  power: Power,
  /** Imported hours; absent: prices, carbon and weather are made from the region's row. */
  profiles: SiteProfiles.optional(),
  note: Note.optional(),
})
export type Facility = z.infer<typeof Facility>
export type Site = z.infer<typeof Site>
