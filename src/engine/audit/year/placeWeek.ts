import type { PlanResult } from '../../../plan/result/result.ts'
import type { Audited } from '../audited.ts'
import { HOURS_PER_WEEK } from '../calendar.ts'
import { windowH } from '../waiting.ts'

/** Tokens per second of one class by hour of the week. */
export interface ClassWeek {
  readonly mean: Float64Array
  /** At the busiest minute of each hour. */
  readonly peak: Float64Array
}

type Flow = PlanResult['flows'][number]

/** A week of every class that a place serves in a quarter; the plan's share of each slice applied to each hour. */
export type PlaceWeek = ReadonlyMap<string, ClassWeek>

/** Reads weeks out of a result: by place and quarter, of all its flows or of some. */
export class Weeks {
  readonly #audited: Audited
  readonly #flows: ReadonlyMap<string, readonly Flow[]>
  readonly #routed: ReadonlyMap<string, readonly Flow[]>
  readonly #unserved: ReadonlyMap<string, readonly PlanResult['demand'][number][]>
  readonly #sliceOfHour: readonly number[]
  readonly #demand = new Map<string, ClassWeek>()

  constructor(audited: Audited) {
    const { result } = audited
    this.#audited = audited
    this.#flows = Map.groupBy(result.flows, (flow) => `${flow.to} ${flow.period}`)
    this.#routed = Map.groupBy(result.flows, sourceOf)
    this.#unserved = Map.groupBy(result.demand, sourceOf)
    this.#sliceOfHour = Array.from({ length: HOURS_PER_WEEK }, (_, hour) => {
      const dayType = hour < 5 * 24 ? 'weekday' : 'weekend'
      return result.slices.findIndex((own) => own.dayType === dayType && own.hoursUtc.includes(hour % 24))
    })
  }

  /** Slice of the result into which each hour of the week falls. */
  get sliceOfHour(): readonly number[] {
    return this.#sliceOfHour
  }

  at(place: string, t: number, isWanted: (flow: Flow) => boolean = () => true): PlaceWeek {
    const week = new Map<string, ClassWeek>()
    for (const flow of this.#flows.get(`${place} ${this.#audited.quarters[t]}`) ?? []) {
      if (!isWanted(flow)) continue
      const own = week.get(flow.classId) ?? empty()
      week.set(flow.classId, own)
      if (this.#mayWait(flow.classId)) {
        this.#addEvenly(own, flow)
        continue
      }
      const demand = this.#demandOf(flow, t)
      const shares = this.#sharesOf(flow)
      for (let hour = 0; hour < HOURS_PER_WEEK; hour++) {
        const share = shares[this.#sliceOfHour[hour]!] ?? 0
        own.mean[hour] = own.mean[hour]! + demand.mean[hour]! * share
        own.peak[hour] = own.peak[hour]! + demand.peak[hour]! * share
      }
    }
    return week
  }

  #mayWait(classId: string): boolean {
    const { plan, result } = this.#audited
    return windowH(plan, result.slices, classId) > 0
  }

  /** Work that may wait is served at one pace through a slice, its busiest minutes put off. */
  #addEvenly(own: ClassWeek, { tokSBySlice }: Flow): void {
    for (let hour = 0; hour < HOURS_PER_WEEK; hour++) {
      const tokS = tokSBySlice[this.#sliceOfHour[hour]!] ?? 0
      own.mean[hour] = own.mean[hour]! + tokS
      own.peak[hour] = own.peak[hour]! + tokS
    }
  }

  /** [slice] share of its class and region that a flow carries. */
  #sharesOf(flow: Flow): number[] {
    const key = sourceOf(flow)
    return flow.tokSBySlice.map((tokS, h) => {
      let total = 0
      for (const other of this.#routed.get(key) ?? []) total += other.tokSBySlice[h] ?? 0
      for (const item of this.#unserved.get(key) ?? []) total += item.unservedTokSBySlice[h] ?? 0
      return total > 0 ? tokS / total : 0
    })
  }

  #demandOf({ classId, regionId }: Flow, t: number): ClassWeek {
    const key = `${classId} ${regionId} ${t}`
    const known = this.#demand.get(key)
    if (known) return known
    const week = empty()
    for (const stream of this.#audited.streams) {
      if (stream.classId !== classId || stream.regionId !== regionId) continue
      for (let hour = 0; hour < HOURS_PER_WEEK; hour++) {
        const tokS = stream.meanTokS[t]! * stream.shape[t]![hour]!
        week.mean[hour] = week.mean[hour]! + tokS
        week.peak[hour] = week.peak[hour]! + tokS * stream.burst
      }
    }
    this.#demand.set(key, week)
    return week
  }
}

function empty(): ClassWeek {
  return { mean: new Float64Array(HOURS_PER_WEEK), peak: new Float64Array(HOURS_PER_WEEK) }
}

function sourceOf(item: { classId: string; regionId: string; period: string }): string {
  return `${item.classId} ${item.regionId} ${item.period}`
}
