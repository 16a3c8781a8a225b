import { z } from 'zod'
import { Id, NonNegative, Note, Positive, Quarter, Share } from './common.ts'

/** Layer 2: the building and its cooling. */
export const Facility = z.strictObject({
  archetypeId: Id,
  /** MW of IT load that one phase (room, hall) carries. */
  moduleItMw: Positive,
  maxItMw: NonNegative,
  existingItMw: NonNegative.default(0),
  buildMonths: NonNegative,
  /** First quarter in which a phase can be energised. */
  earliest: Quarter,
  capexMusdPerMw: NonNegative,
  fixedMusdPerSite: NonNegative.default(0),
  opexMusdPerMwYear: NonNegative.default(0.25),
  coolingTechnologyId: Id,
  /** MW of IT heat that cooling may reject; the site's water, roof or permit. */
  coolingLimitItMw: NonNegative.optional(),
  electricalLossShare: Share.default(0.06),
  /** IT load that is there whatever is served (training, tenants), MW. */
  fixedItMw: NonNegative.default(0),
  note: Note.optional(),
})

/** Layer 1: grid connection and energy. */
export const Power = z.strictObject({
  gridLimitMw: NonNegative,
  energised: Quarter,
  /** MW that may be added each quarter once energised; absent means all at once. */
  rampMwPerQuarter: Positive.optional(),
  energyUsdPerMwh: NonNegative.optional(),
  energyPriceChangePerYear: z.number().min(-0.5).max(1).default(0),
  demandChargeUsdPerKwMonth: NonNegative.default(8),
  /** Share of contracted MW billed whether used or not. */
  minimumTakeShare: Share.default(0.6),
  connectionMusdPerMw: NonNegative.default(0.15),
  onSite: z
    .array(
      z.strictObject({
        id: Id,
        energySourceId: Id,
        maxMw: NonNegative,
        unitMw: Positive,
        note: Note.optional(),
      }),
    )
    .default([]),
  note: Note.optional(),
})

export const Site = z.strictObject({
  id: Id,
  name: z.string().min(1),
  catalogRegionId: Id,
  latencyId: z.string().optional(),
  extraRttMs: NonNegative.default(0),
  residencyZone: Id,
  facility: Facility,
  power: Power,
  note: Note.optional(),
})
export type Facility = z.infer<typeof Facility>
export type Power = z.infer<typeof Power>
export type Site = z.infer<typeof Site>
