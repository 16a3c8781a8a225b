import { z } from 'zod'
import { RepresentativeDay } from '../schema/profiles.ts'
import { CoolingBlock } from '../schema/site.ts'
import { ResultNote } from './note.ts'

/** The seven layers, from the demand down. */
export const LAYERS = [
  'agents',
  'scheduling',
  'distribution',
  'models',
  'accelerators',
  'facility',
  'power',
] as const
export const LayerName = z.enum(LAYERS)
export type LayerName = z.infer<typeof LayerName>

/** One slice of the cake: a layer in one period, at one site or (`siteId` null) over all of them. */
export const CakeSlice = z.object({
  layer: LayerName,
  siteId: z.string().nullable(),
  period: z.string(),
  /** Tokens per second at the peak slice that this layer's own limit would carry; null: it sets no limit. */
  capacityTokS: z.number().nullable(),
  /** Tokens per second at the peak slice that are asked of it. */
  needTokS: z.number(),
  /** capacity / need - 1; null where capacity is. */
  headroomShare: z.number().nullable(),
  isBinding: z.boolean(),
  /** The layer's own unit: what is used of what limit, as in "31.2 of 34.0 MW IT". */
  native: z.object({ used: z.number(), limit: z.number().nullable(), unit: z.string() }),
  /**
   * Layer 4: memory there over memory that the batch at the latency target wants; below 1 memory slows the units. Null
   * elsewhere, and in older results.
   */
  memoryShare: z.number().nullable().default(null),
  /** USD saved by one more native unit in this period (present value); null where nothing is saved. */
  worthUsdPerUnit: z.number().nullable(),
})
export type CakeSlice = z.infer<typeof CakeSlice>

/** A block of hours for which the plan is balanced; the `bySlice` lists of a result follow the order of its slices. */
export const ResultSlice = z.object({
  id: z.string(),
  dayType: z.enum(['weekday', 'weekend']),
  hoursUtc: z.array(z.int()),
  hoursPerPeriod: z.number(),
})
export type ResultSlice = z.infer<typeof ResultSlice>

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

/** Values by slice; empty in results written before they were kept. */
const BySlice = z.array(z.number()).default([])

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
