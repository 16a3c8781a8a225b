import { z } from 'zod'
import {
  ClassId,
  Country,
  Id,
  LeadMonths,
  NonNegative,
  Note,
  Positive,
  QuarterOrMonth,
  Share,
  Tier,
} from './common.ts'
import { AccelPriceFrom, Market, PriceChange, SalePriceFrom, SellPrices, TokenPriceFrom } from './market.ts'

/**
 * `router`: each task goes to the strong or to the weak model, by prediction.
 * `cascade`: the weak model answers first, and some tasks go on to the strong one.
 */
const Service = z.strictObject({
  id: Id,
  kind: z.enum(['router', 'cascade']),
  strongModelId: Id,
  weakModelId: Id,
  /** Share of tokens that the strong model gets. */
  strongShare: Share,
  /** Quality of the pair at that share, 0 to 1, as measured. */
  quality: Share,
  note: Note.optional(),
})

const QualityRule = z.enum(['hard', 'average'])

/** Layer 6: which task classes may use which models, and how full servers may run. */
export const Routing = z.strictObject({
  /** With false every task goes to the strong model: the plan without layer 6. */
  smallModelsForSimpleTasks: z.boolean().default(true),
  /** Highest share of capacity in use at the peak, by latency class. */
  utilisationCap: z
    .strictObject({
      realtime: Share.default(0.7),
      interactive: Share.default(0.8),
      standard: Share.default(0.9),
      batch: Share.default(0.95),
    })
    .prefault({}),
  /**
   * `caps`: pools may be as full as the caps say. `queueing`: fuller only as far as 95 of 100 calls find a place in
   * time at the size of the pool, found by solving again until it holds.
   */
  headroom: z.enum(['caps', 'queueing']).default('caps'),
  /** False lets private demand leave its zone. */
  residency: z.boolean().default(true),
  /** Zones whose private demand may leave them all the same. */
  openZones: z.array(Id).default([]),
  /** Lowest quality (0 to 1) a model must have for complex and for simple tasks. */
  qualityFloorComplex: Share.default(0.7),
  qualityFloorSimple: Share.default(0.4),
  /** Floors of single classes, as in `realtime-complex`; the others keep those of their complexity. */
  qualityFloorByClass: z.record(z.string(), Share).default({}),
  /** Hours that work of a latency class may wait for a quieter hour; shorter than a block of the day: none may. */
  deferrableHours: z
    .strictObject({ standard: NonNegative.default(0), batch: NonNegative.default(0) })
    .prefault({}),
  /** The same of single classes, as in `batch-simple`, in place of that of their latency class. */
  deferrableHoursByClass: z.record(ClassId, NonNegative).default({}),
  /** False: a region is served only at the nearest of the sites that may serve it; leases and APIs stay open. */
  poolAcrossSites: z.boolean().default(true),
  /** Share of calls that come back to where their prefix is cached; the hits of an archetype hold where all do. */
  stickyShare: Share.default(1),
  /** Pairs of models behind one service, with measured points of their curve: they serve as one model of that quality. */
  services: z.array(Service).default([]),
  /**
   * `hard`: every model that serves a class keeps its floor. `average`: the tokens of a class in a region keep it on
   * average over a period, so that weaker models serve a part of them.
   */
  qualityRule: QualityRule.default('hard'),
  /** The same of single classes, as in `batch-simple`. */
  qualityRuleByClass: z.record(ClassId, QualityRule).default({}),
  /** Classes of tasks that may be served nowhere, as in `realtime-complex`. */
  barredClasses: z.array(z.string()).default([]),
  /** Kinds of places that may serve a class, as in `realtime-simple`; classes that are not named may use all. */
  tiersByClass: z.record(ClassId, z.array(Tier)).default({}),
  /** Models and services of two that own and leased hardware may serve a class with; classes not named may use all. */
  modelsByClass: z.record(ClassId, z.array(Id)).default({}),
  /** True: a plan that leaves demand unserved is no plan; the solve ends as infeasible. */
  mustServe: z.boolean().default(false),
  /** Penalty for tokens not served, USD per million tokens. */
  unservedUsdPerMTok: NonNegative.default(50),
  note: Note.optional(),
})

/** A market for what is left over: tokens of a class, or the accelerators themselves by the hour. */
const Sale = z.strictObject({
  id: Id,
  name: z.string().min(1),
  kind: z.enum(['tokens', 'accelerator-hours']),
  /** Of tokens: the class whose mix and model is sold, as in `batch-simple`. */
  classId: z.string().optional(),
  /** Of hours: the plan's accelerator. */
  acceleratorId: Id.optional(),
  /** USD per million tokens, or per hour of an accelerator. */
  usd: NonNegative,
  /** Share that the market keeps. */
  takeShare: Share.default(0),
  /** Prices in its place from their day on. */
  prices: z.array(SalePriceFrom).default([]),
  priceChangePerYear: PriceChange,
  /** What the market takes at once: million tokens per second, or accelerators. */
  depth: NonNegative,
  note: Note.optional(),
})

/** Tokens that the plan has no power for: bought of a provider's API, or made on the users' own devices. */
const ApiOffer = z.strictObject({
  id: Id,
  name: z.string().min(1),
  /** `device`: at the user, so no round trip, no egress, private data too, and for nothing where no price is given. */
  tier: z.enum(['api', 'device']).default('api'),
  /** Highest share of a class in a region, at any time, that it takes: of devices, those that can and are used so. */
  uptakeShare: Share.default(1),
  /** Row of the token prices: the prices of its provider and model, each for the days that it holds. */
  tokenPriceId: Id.optional(),
  /** Own prices in the place of the catalog's; each holds until the next. */
  prices: z.array(TokenPriceFrom).default([]),
  priceChangePerYear: PriceChange,
  /** Quality relative to the reference, 0 to 1. */
  quality: Share,
  /** Tokens per second that the provider's limits allow, million. */
  limitMTokS: NonNegative,
  residencyZones: z.array(Id).default([]),
  rttMs: NonNegative.default(60),
  /** Time to first token that the provider keeps for 95 of 100 calls; absent: any. */
  ttftMs: NonNegative.optional(),
  /** Time per output token; absent: any. */
  tpotMs: NonNegative.optional(),
  note: Note.optional(),
})

/** Layer 5: limits of a link, leased compute, tokens bought. */
export const Distribution = z.strictObject({
  egressUsdPerGb: NonNegative.default(0.02),
  /** Bytes on the wire for one token, both directions, with framing. */
  bytesPerToken: Positive.default(20),
  links: z
    .array(z.strictObject({ regionId: Id, siteId: Id, limitMTokS: NonNegative, note: Note.optional() }))
    .default([]),
  leases: z
    .array(
      z.strictObject({
        id: Id,
        name: z.string().min(1),
        acceleratorId: Id,
        usdPerAccelH: NonNegative,
        /** Prices in its place from their day on; a block keeps for its term the price with which it begins. */
        prices: z.array(AccelPriceFrom).default([]),
        /** Quarters for which a block is paid, used or not; 0: on demand, paid by the hour used. */
        termQuarters: z.int().min(0).max(80).default(0),
        priceChangePerYear: PriceChange,
        limitAccel: NonNegative,
        /** May be taken away at any time: for batch work only. */
        isSpot: z.boolean().default(false),
        /** Share of the hours lost to interruptions, restarts among them. */
        interruptionShare: z.number().min(0).max(0.95).default(0),
        residencyZones: z.array(Id).default([]),
        /** Where its accelerators stand, for export rules; absent: not known, and no rule applies. */
        country: Country.optional(),
        /** Has its provider the export licence that its country needs? */
        isLicensed: z.boolean().default(false),
        rttMs: NonNegative.default(60),
        note: Note.optional(),
      }),
    )
    .default([]),
  apis: z.array(ApiOffer).default([]),
  /** Markets that take what is left over. */
  sales: z.array(Sale).default([]),
  sellPrices: SellPrices.prefault({}),
  /** How the prices of both sides may move. */
  market: Market.prefault({}),
  note: Note.optional(),
})

/**
 * What the weights are stored in: `fp4` with scales that the hardware multiplies with (NVFP4, MXFP4 of all matrices);
 * `mxfp4` keeps everything but the experts in 16 bits (gpt-oss); `int4` computes in 16 bits (AWQ, GPTQ, Kimi K2 Thinking).
 */
export const PRECISIONS = ['bf16', 'fp8', 'int8', 'fp4', 'mxfp4', 'int4'] as const

/**
 * `chunked`: prompts are cut into chunks and read between the steps of answers, on the same accelerators.
 * `disaggregated`: prompts are read on accelerators of their own. `fastest`: whichever yields more tokens per second,
 * for each demand line and accelerator.
 */
export const Prefill = z.enum(['chunked', 'disaggregated', 'fastest'])
export type Prefill = z.infer<typeof Prefill>

/** Layer 4: a model the plan may serve. */
export const PlanModel = z.strictObject({
  id: Id,
  /** Row of the models catalog, by id or name. */
  catalogModelId: z.string().min(1),
  /** Quality relative to the reference, 0 to 1. */
  quality: Share,
  /** Of the weights; absent: FP8 where the accelerator has it, else INT8 or BF16. */
  precision: z.enum(PRECISIONS).optional(),
  prefill: Prefill.default('chunked'),
  royaltyUsdPerMTok: NonNegative.default(0),
  /** Paid for each site where the model is deployed. */
  licenceUsdPerSiteYear: NonNegative.default(0),
  /** Replicas that stand ready wherever the model is deployed, busy or not. */
  minimumReplicas: z.int().min(0).max(1000).default(0),
  /** Software that it is served with, as in CUDA or CANN: other accelerators may not run it. None: any may. */
  ecosystems: z.array(z.string().min(1)).default([]),
  note: Note.optional(),
})

/** Layer 3: a server or rack that can be bought. */
export const PlanAccelerator = z.strictObject({
  id: Id,
  /** Row of the accelerators catalog, by id, name or alias. */
  catalogAcceleratorId: z.string().min(1),
  accelPerUnit: z.int().positive(),
  unitItKw: Positive,
  priceUsdPerUnit: Positive,
  priceChangePerYear: z.number().min(-0.9).max(1).default(0),
  cooling: z.enum(['air', 'liquid']),
  /** Units that share a rack: with their power, what its cooling must carry away. */
  unitsPerRack: z.int().positive().default(1),
  leadMonths: LeadMonths,
  supplyUnitsPerPeriod: NonNegative,
  /** Units deliverable in each quarter of the horizon, the last staying; takes the place of the one number. */
  supplyUnitsByPeriod: z.array(NonNegative).default([]),
  /** Lead time of what is delivered in each quarter of the horizon, the last staying. */
  leadMonthsByPeriod: z.array(LeadMonths).default([]),
  lifeYears: Positive.default(5),
  residualShare: Share.default(0.1),
  /** Age at which units leave service and are sold; absent: they serve their life, their value counts at the horizon. */
  refreshYears: Positive.optional(),
  /** Share of the price that is paid for a unit of that age; absent: its straight-line book value. */
  resaleShare: Share.optional(),
  /** Earlier ages at which units may leave and be sold, as the solve decides for what it buys in each period. */
  retireAtYears: z.array(Positive).max(8).default([]),
  /** Share of the price that is paid at each of those ages, in their order; none: their straight-line book value. */
  retireResaleShares: z.array(Share).default([]),
  /** Switches, optics and cables beside the price of the unit; 0 where that price is a loaded one. */
  networkUsdPerAccel: NonNegative.default(0),
  /** IT power of those, W per accelerator, drawn by every unit in service; 0 where `unitItKw` has it. */
  networkWPerAccel: NonNegative.default(0),
  maintenanceSharePerYear: Share.default(0.03),
  /** Share of nameplate drawn when idle (estimate). */
  idleShare: Share.default(0.3),
  spareShare: Share.default(0.03),
  /** Overrides the catalog's memory per accelerator, GB. */
  memoryGb: Positive.optional(),
  /** Countries of two letters for which an export licence is in hand. */
  licensedCountries: z.array(Country).default([]),
  onSaleFrom: QuarterOrMonth.optional(),
  onSaleUntil: QuarterOrMonth.optional(),
  note: Note.optional(),
})

/** Units kept for training or fine-tuning at a site: power and accelerators that serve no tokens. */
export const Training = z.strictObject({
  id: Id,
  siteId: Id,
  acceleratorId: Id,
  units: Positive,
  from: QuarterOrMonth,
  /** Last quarter or month; absent: to the end of the horizon. */
  until: QuarterOrMonth.optional(),
  /** Share of the units' nameplate between idle and full that the work draws, all hours. */
  loadShare: Share.default(1),
  note: Note.optional(),
})

/** What may be bought where. */
export const Procurement = z.strictObject({
  /** `refuse`: nothing that needs an export licence for a site's country is bought there without one. */
  exportRule: z.enum(['note', 'refuse']).default('note'),
  /** `refuse`: units only where the site's cooling and building carry their racks, air and liquid apart. */
  coolingRule: z.enum(['note', 'refuse']).default('note'),
  /** Lowest share, of the IT power bought for a country's sites to date, of accelerators made there. */
  minimumDomesticShare: z.record(Country, Share).default({}),
  note: Note.optional(),
})
export type Training = z.infer<typeof Training>
export type Procurement = z.infer<typeof Procurement>
export type Routing = z.infer<typeof Routing>
export type Distribution = z.infer<typeof Distribution>
export type PlanModel = z.infer<typeof PlanModel>
export type PlanAccelerator = z.infer<typeof PlanAccelerator>
