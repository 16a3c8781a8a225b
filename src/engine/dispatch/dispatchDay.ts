import { USD_PER_MUSD } from '../../plan/units.ts'
import { HighsModel } from '../problem/highsModel.ts'
import { type Column, Problem, type Term } from '../problem/problem.ts'

/** A site with what it has, for one day; lists are by hour. */
export interface SiteDay {
  /** Facility load, MW. */
  readonly loadMw: readonly number[]
  /** Most that may be taken through the grid's meter, MW. */
  readonly gridMw: number
  /** Price of spot energy with its carbon. */
  readonly usdPerMwh: readonly number[]
  readonly sources: readonly {
    readonly id: string
    readonly mw: number
    readonly usdPerMwh: number
    /** Output per MW at most. */
    readonly availability: readonly number[]
  }[]
  readonly storages: readonly {
    readonly id: string
    readonly mw: number
    readonly mwh: number
    /** Energy out over energy in. */
    readonly roundTripShare: number
  }[]
  /** Contracts that deliver: what they make is paid whether taken or not. */
  readonly contracts: readonly {
    readonly id: string
    readonly mw: number
    readonly isDirect: boolean
    readonly profile: readonly number[]
  }[]
  readonly unservedUsdPerMwh: number
}

/** MW by hour. */
export interface DayDispatch {
  readonly drawn: readonly number[]
  readonly generated: Readonly<Record<string, readonly number[]>>
  readonly taken: Readonly<Record<string, readonly number[]>>
  readonly charged: Readonly<Record<string, readonly number[]>>
  readonly discharged: Readonly<Record<string, readonly number[]>>
  readonly unserved: readonly number[]
  /** Spot energy, fuel and penalty of the day. */
  readonly usd: number
}

/**
 * Cheapest hours of one day with everything built; storage ends as full as it began, e is the square root of its
 * round trip.
 *
 *   1. balance  drawn + sum gen + sum taken + sum (out - in) + unserved = load
 *   2. meter    drawn + contracts through the grid <= grid
 *   3. source   gen[k,h] <= availability[k,h] x MW_k;  taken likewise
 *   4. storage  soc[h] = soc[h-1] + e in[h] - out[h] / e;  in + out <= MW;  soc <= MWh
 */
export async function dispatchDay(day: SiteDay): Promise<DayDispatch> {
  const problem = new Problem()
  const hours = [...day.loadMw.keys()]
  const each = (name: string, upper: (hour: number) => number, cost: (hour: number) => number = () => 0) =>
    hours.map((hour) =>
      problem.variable(`${name}.${hour}`, 'MW', {
        upper: Math.max(0, upper(hour)),
        cost: cost(hour) / USD_PER_MUSD,
      }),
    )
  const drawn = each(
    'drawn',
    () => day.gridMw,
    (hour) => day.usdPerMwh[hour]!,
  )
  const generated = day.sources.map((own) =>
    each(
      `generated.${own.id}`,
      (hour) => own.mw * own.availability[hour]!,
      () => own.usdPerMwh,
    ),
  )
  const taken = day.contracts.map((own) => each(`taken.${own.id}`, (hour) => own.mw * own.profile[hour]!))
  const charged = day.storages.map((own) => each(`charged.${own.id}`, () => own.mw))
  const discharged = day.storages.map((own) => each(`discharged.${own.id}`, () => own.mw))
  const unserved = each(
    'unserved',
    (hour) => day.loadMw[hour]!,
    () => day.unservedUsdPerMwh,
  )
  for (const hour of hours) {
    const at = (lists: readonly (readonly Column[])[], sign = 1) =>
      lists.map((own): Term => [sign, own[hour]!])
    const supply = [...at([drawn, ...generated, ...taken, ...discharged, unserved]), ...at(charged, -1)]
    problem.equal(`balance.${hour}`, 'MW', supply, day.loadMw[hour]!)
    const wired = taken.filter((_, i) => !day.contracts[i]!.isDirect)
    if (wired.length > 0) problem.atMost(`meter.${hour}`, 'MW', at([drawn, ...wired]), day.gridMw)
  }
  day.storages.forEach((own, i) => {
    const oneWay = Math.sqrt(own.roundTripShare)
    const stored = hours.map((hour) =>
      problem.variable(`stored.${own.id}.${hour}`, 'MWh', { upper: own.mwh }),
    )
    for (const hour of hours) {
      const before = stored[(hour + hours.length - 1) % hours.length]!
      const [into, out] = [charged[i]![hour]!, discharged[i]![hour]!]
      const state: Term[] = [
        [1, stored[hour]!],
        [-1, before],
        [-oneWay, into],
        [1 / oneWay, out],
      ]
      problem.equal(`state.${own.id}.${hour}`, 'MWh', state, 0)
      const both: Term[] = [
        [1, into],
        [1, out],
      ]
      problem.atMost(`power.${own.id}.${hour}`, 'MW', both, own.mw)
    }
  })
  return solveDay(problem, day, { drawn, generated, taken, charged, discharged, unserved })
}

interface DayColumns {
  readonly drawn: readonly Column[]
  readonly generated: readonly (readonly Column[])[]
  readonly taken: readonly (readonly Column[])[]
  readonly charged: readonly (readonly Column[])[]
  readonly discharged: readonly (readonly Column[])[]
  readonly unserved: readonly Column[]
}

async function solveDay(problem: Problem, day: SiteDay, columns: DayColumns): Promise<DayDispatch> {
  const model = await HighsModel.open(problem)
  try {
    const solved = model.solveLinear()
    // Unserved energy makes every day feasible: anything else is a bug of the problem above.
    if (solved.status !== 'optimal') throw new Error(`The day's dispatch ended as ${solved.status}`)
    const read = (own: readonly Column[]) => own.map((column) => Math.max(0, solved.values[column]!))
    const named = (parts: readonly { readonly id: string }[], lists: readonly (readonly Column[])[]) =>
      Object.fromEntries(parts.map(({ id }, i) => [id, read(lists[i]!)]))
    return {
      drawn: read(columns.drawn),
      generated: named(day.sources, columns.generated),
      taken: named(day.contracts, columns.taken),
      charged: named(day.storages, columns.charged),
      discharged: named(day.storages, columns.discharged),
      unserved: read(columns.unserved),
      usd: solved.objective * USD_PER_MUSD,
    }
  } finally {
    model.close()
  }
}
