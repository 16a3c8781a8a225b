import type { PlanResult } from '../../../plan/result/result.ts'
import { USD_PER_MUSD } from '../../../plan/units.ts'
import type { Formulation } from '../../formulate.ts'
import type { HighsModel } from '../../problem/highsModel.ts'
import type { Problem } from '../../problem/problem.ts'
import type { RunOutcome } from '../../problem/run.ts'
import { foreign, openFixedDesign } from '../fixedDesign.ts'
import { type Limit, type LimitFamily, STRUCTURAL } from './limits.ts'
import { listLimits } from './listLimits.ts'
import { moveLimits } from './moveLimits.ts'
import { priceOf } from './priceOf.ts'

/** What widening a limit in one quarter alone is worth. */
export interface QuarterWorth {
  /** Quarter; for yearly permits the first one of the year. */
  readonly period: string
  /** Saved by one step more in this quarter alone, by solving again; USD, present value. */
  readonly savedByStepUsd: number
  /** Dual at the edge: saved by the first unit, USD; and the units for which that price holds (null: without end). */
  readonly usdPerUnit: number
  readonly holdsForUnits: number | null
}

/** What a limit is worth over the whole horizon, and quarter by quarter. */
export interface LimitWorth {
  readonly family: LimitFamily
  readonly ownerId: string
  readonly siteId: string | null
  readonly unit: string
  /** Units in one step, as in 1 MW or 100 leased accelerators. */
  readonly step: number
  /** Quarters in which the limit binds. */
  readonly periods: readonly string[]
  /**
   * Saved by one step more (of demand: less) in every quarter from the first in which the limit is not nothing, by
   * solving again; USD, present value.
   */
  readonly savedByStepUsd: number
  /** Cost of one step less (of demand: more); null: the structure as built cannot carry it. */
  readonly costOfStepLessUsd: number | null
  /** Empty where they were not asked. */
  readonly quarters: readonly QuarterWorth[]
}

export interface WorthReport {
  /** Present value with the structure as built and racks as fractions, from which steps are taken, million USD. */
  readonly objectiveMusd: number
  /** What binds, the dearest step first. */
  readonly limits: readonly LimitWorth[]
}

export interface WorthRequest {
  readonly formulation: Formulation
  readonly result: PlanResult
  /** Limits to look at; absent: all but the demand. */
  readonly isWanted?: (limit: Limit) => boolean
  /** So many of the dearest limits are priced quarter by quarter. */
  readonly byQuarter?: number
  readonly onProgress?: (done: number, all: number) => void
  readonly isCancelled?: () => boolean
}

/** A step that saves less, present value, is the solver's noise. */
const NOISE_USD = 10
/** Share of a step at whose end the dual is read: right of the edge, where it is the price of widening. */
const EDGE = 1e-3

/** Units in the step of a limit of each unit, where it is not one. */
const STEPS: Readonly<Record<string, number>> = {
  'Mtok/s': 0.1,
  accelerators: 100,
  't a year': 1000,
  'm³ a year': 1000,
  MWh: 1000,
}

/** The step of limits of this unit, before it is made smaller for small ones. */
export function unitStep(unit: string): number {
  return STEPS[unit] ?? 1
}

/** The family's step, made smaller by tens until it is no more than half of the largest bound. */
function stepOf(problem: Problem, limits: readonly Limit[]): number {
  const most = Math.max(
    0,
    ...limits.flatMap(({ rowsUp, columns }) => [
      ...rowsUp.map(({ index, factor }) => problem.rowUpper[index]! / factor),
      ...columns.map(({ index, factor }) => problem.upper[index]! / factor),
    ]),
  )
  let step = unitStep(limits[0]!.unit)
  while (most > 0 && step > most / 2) step /= 10
  return step
}

/** Without the quarters before the limit is there at all: before the grid is energised, the first unit delivered. */
function fromThere(problem: Problem, limits: readonly Limit[]): readonly Limit[] {
  const isNothing = ({ rowsUp, rowsDown, columns }: Limit) =>
    rowsDown.length === 0 &&
    rowsUp.every(({ index }) => problem.rowUpper[index] === 0) &&
    columns.every(({ index }) => problem.upper[index] === 0)
  const first = limits.findIndex((limit) => !isNothing(limit))
  return first < 0 ? limits : limits.slice(first)
}

interface Group {
  /** What a step widens. */
  readonly limits: readonly Limit[]
  readonly step: number
  /** The limits whose dual is not zero. */
  readonly priced: readonly Limit[]
}

/**
 * Worth of limits after fixing the whole numbers, on the full linear problem.
 *
 * Duals find what can bind; at an edge, where a site is not yet open or two limits close together, they are one of
 * many and may promise what one limit alone cannot bring. So each is widened by a step and the problem solved again,
 * warm: what that saves is what is said. Prices by quarter are duals read just beyond the edge, with their range.
 */
export async function explainWorth(request: WorthRequest): Promise<WorthReport> {
  const { formulation, result } = request
  const model = await openFixedDesign(formulation, result)
  try {
    const base = model.solveLinear()
    if (base.status !== 'optimal') throw foreign('builds', result.inputsHash)
    return { objectiveMusd: base.objective, limits: new Stepper(request, model, base).run() }
  } finally {
    model.close()
  }
}

class Stepper {
  readonly #request: WorthRequest
  readonly #model: HighsModel
  readonly #base: RunOutcome

  constructor(request: WorthRequest, model: HighsModel, base: RunOutcome) {
    this.#request = request
    this.#model = model
    this.#base = base
  }

  run(): LimitWorth[] {
    const { byQuarter = 0, onProgress, isCancelled } = this.#request
    const groups = this.#groups()
    const all = groups.length + byQuarter
    const found = groups.flatMap((group, place) => {
      if (isCancelled?.()) return []
      onProgress?.(place, all)
      const worth = this.#worth(group)
      return worth ? [{ group, worth }] : []
    })
    found.sort((a, b) => b.worth.savedByStepUsd - a.worth.savedByStepUsd)
    return found.map(({ group, worth }, place) => {
      if (place >= byQuarter || isCancelled?.()) return worth
      onProgress?.(groups.length + place, all)
      const quarters = group.priced.map((limit) => this.#quarter(limit, group.step))
      return { ...worth, quarters: quarters.filter((own) => own.savedByStepUsd > NOISE_USD) }
    })
  }

  #groups(): Group[] {
    const { formulation, isWanted } = this.#request
    const wanted = isWanted ?? (({ family }: Limit) => family !== 'demand')
    const limits = listLimits(formulation).filter((limit) => !STRUCTURAL.has(limit.family) && wanted(limit))
    const ranges = this.#model.ranging()
    const byOwner = Map.groupBy(limits, ({ family, ownerId }) => `${family} ${ownerId}`)
    return [...byOwner.values()].flatMap((own) => {
      const step = stepOf(formulation.problem, own)
      const priced = own.filter(
        (limit) => priceOf(formulation.problem, limit, this.#base, ranges).usdPerUnit * step > NOISE_USD,
      )
      const limits = fromThere(formulation.problem, own)
      return priced.length > 0 ? [{ limits, step, priced }] : []
    })
  }

  /** Nothing where the step saves nothing. */
  #worth({ limits, step, priced }: Group): LimitWorth | undefined {
    const { family, ownerId, siteId, unit } = limits[0]!
    const saved = this.#costUsd(limits, step)
    if (saved === null || saved > -NOISE_USD) return undefined
    return {
      ...{ family, ownerId, siteId, unit, step, quarters: [] },
      periods: priced.map(({ period }) => period),
      savedByStepUsd: -saved,
      costOfStepLessUsd: this.#costUsd(limits, -step),
    }
  }

  #quarter(limit: Limit, step: number): QuarterWorth {
    const { problem } = this.#request.formulation
    moveLimits(this.#model, problem, [limit], step * EDGE)
    const beyond = this.#model.solveLinear()
    const { usdPerUnit, holdsUp } = priceOf(problem, limit, beyond, this.#model.ranging())
    const saved = -(this.#costUsd([limit], step) ?? 0)
    return {
      period: limit.period,
      savedByStepUsd: Math.max(0, saved),
      usdPerUnit: Math.max(0, usdPerUnit),
      holdsForUnits: holdsUp,
    }
  }

  /** Cost of the plan with limits a step wider, less that of the plan; null: it cannot run. */
  #costUsd(limits: readonly Limit[], step: number): number | null {
    const { problem } = this.#request.formulation
    moveLimits(this.#model, problem, limits, step)
    const moved = this.#model.solveLinear()
    moveLimits(this.#model, problem, limits, 0)
    return moved.status === 'optimal' ? (moved.objective - this.#base.objective) * USD_PER_MUSD : null
  }
}
