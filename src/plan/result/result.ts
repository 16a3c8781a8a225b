import { z } from 'zod'
import { RepresentativeDay } from '../schema/profiles.ts'
import { CoolingBlock } from '../schema/site.ts'
import { CakeSlice, LayerName } from './cake.ts'
import { BudgetName, CashSummary, CostLine } from './money.ts'
import { ResultNote } from './note.ts'
import { Retirement, SiteBuild } from './siteBuild.ts'
import { BySlice, ResultSlice } from './slices.ts'
import { DeploymentRow, Placement } from './work.ts'

/** Solver status in our words; `unknown` is never a plan. */
export const SolveStatus = z.enum(['within-gap', 'time-limit', 'cancelled', 'infeasible', 'no-plan'])
export type SolveStatus = z.infer<typeof SolveStatus>

/** What a solve returns, and what `--out` writes. */
export const PlanResult = z.object({
  resultVersion: z.literal(1),
  planId: z.string(),
  planName: z.string(),
  /** SHA-256 of the canonical plan document. */
  inputsHash: z.string(),
  solver: z.object({
    status: SolveStatus,
    objectiveMusd: z.number(),
    boundMusd: z.number(),
    gapShare: z.number(),
    /** The gap within which it was to be proven; absent in older results. */
    gapAskedShare: z.number().optional(),
    timeS: z.number(),
    engine: z.string(),
    rows: z.int(),
    columns: z.int(),
    integers: z.int(),
    nonzeros: z.int(),
  }),
  periods: z.array(z.string()),
  slices: z.array(ResultSlice).default([]),
  /** Representative days by which power was balanced, imported or made up; empty where it was by mean days. */
  siteDays: z
    .array(z.object({ siteId: z.string(), isSynthetic: z.boolean(), days: z.array(RepresentativeDay) }))
    .default([]),
  summary: z.object({
    servedTokensPerDayEnd: z.number(),
    unservedShare: z.number(),
    leasedShare: z.number(),
    /** Bought of APIs, of the tokens served; 0 in older results. */
    boughtShare: z.number().default(0),
    /** Made on the users' devices, and there or at sites of the edge, of the tokens served; absent in older results. */
    deviceShare: z.number().optional(),
    edgeShare: z.number().optional(),
    levelisedUsdPerMTok: z.number(),
    levelisedUsdPerMOutputTok: z.number(),
    netPresentCostMusd: z.number(),
    builtItMwEnd: z.number(),
    usedItMwEnd: z.number(),
    contractedMwEnd: z.number(),
    energyShareOfCost: z.number(),
  }),
  /** The plan as a business; null where it sells nothing, and in older results. */
  cash: CashSummary.nullable().default(null),
  cake: z.array(CakeSlice),
  builds: z.array(SiteBuild),
  /** Units that leave service within the horizon; empty in older results. */
  retirements: z.array(Retirement).default([]),
  placements: z.array(Placement),
  /** Models that have a licence or a least number of replicas; empty in older results. */
  deployments: z.array(DeploymentRow).default([]),
  flows: z.array(
    z.object({
      period: z.string(),
      classId: z.string(),
      regionId: z.string(),
      to: z.string(),
      /** Mean of the week. */
      tokS: z.number(),
      tokSBySlice: BySlice,
      /** By model at a site or a lease, where the class keeps its quality floor on average. */
      tokSBySliceByModel: z.record(z.string(), z.array(z.number())).optional(),
    }),
  ),
  leases: z.array(
    z.object({
      period: z.string(),
      leaseId: z.string(),
      /** Held for the quarter where the lease has a term; at the busiest slice where it is paid by the hour. */
      accel: z.number(),
      /** Accelerators whose term begins in the quarter. */
      begunAccel: z.number().default(0),
      tokS: z.number(),
      costMusd: z.number(),
    }),
  ),
  /** Units that worked for a market. */
  sales: z
    .array(
      z.object({
        period: z.string(),
        saleId: z.string(),
        siteId: z.string(),
        acceleratorId: z.string(),
        unitsBySlice: z.array(z.number()),
        revenueMusd: z.number(),
      }),
    )
    .default([]),
  /** Tokens bought of APIs. */
  purchases: z
    .array(z.object({ period: z.string(), apiId: z.string(), tokS: z.number(), costMusd: z.number() }))
    .default([]),
  demand: z.array(
    z.object({
      period: z.string(),
      classId: z.string(),
      regionId: z.string(),
      tokS: z.number(),
      unservedTokS: z.number(),
      unservedTokSBySlice: BySlice,
      /** Work that waited: what a slice serves of other slices' demand, less what it leaves to them; empty: none. */
      waitedTokSBySlice: BySlice,
    }),
  ),
  /** Cooling that the solve chose, as it stands in the plan after it; empty: none was to be chosen. */
  coolingChoices: z
    .array(
      z.object({
        siteId: z.string(),
        coolingTechnologyId: z.string(),
        coolingBlocks: z.array(CoolingBlock),
        /** Capex of rooms with it. */
        capexMusdPerMw: z.number(),
        /** Blocks that hold the same racks, with the technology of each and why it is not the cheapest. */
        blocks: z.array(
          z.object({
            technologyId: z.string(),
            blocks: z.number(),
            accelerators: z.array(z.string()),
            why: z.enum(['cheapest', 'water-permit']),
            cheapestId: z.string(),
          }),
        ),
        /** Solves until the choice was that of the load it was made for; not stable: the best of the last ones. */
        rounds: z.int(),
        isStable: z.boolean(),
      }),
    )
    .default([]),
  costs: z.array(CostLine),
  /** What binds, dearest first, in sentences. */
  binding: z.array(
    z.object({
      layer: LayerName,
      siteId: z.string().nullable(),
      from: z.string(),
      to: z.string(),
      sentence: z.string(),
      worthMusd: z.number(),
    }),
  ),
  /** USD (present value) that one more unit of a budget would save; those that save nothing are left out. */
  budgetWorths: z
    .array(
      z.object({
        name: BudgetName,
        /** The first of its year or horizon. */
        period: z.string(),
        /** Of M$, t of CO2, m3 or million tokens. */
        usdPerUnit: z.number(),
      }),
    )
    .default([]),
  /** Sentences in results written before notes were kept apart from words. */
  notes: z.array(z.union([z.string(), ResultNote])),
})
export type PlanResult = z.infer<typeof PlanResult>
