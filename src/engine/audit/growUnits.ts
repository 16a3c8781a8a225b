import type { Demand } from '../../plan/schema/agents.ts'
import { monthsFrom } from './calendar.ts'

/** A logistic curve through two points saturates a quarter above the higher of them (the plan format's meaning). */
const SATURATION = 1.25
const STEPS_PER_QUARTER = 400

/** [period] units: a curve or a table, and what comes and leaves at once. */
export function growUnits(demand: Demand, periods: readonly string[]): number[] {
  const [first, second] = periods
  const each = first === undefined || second === undefined ? 1 : monthsFrom(first, second)
  const curve = curveOf(demand, periods.length, each)
  for (const { from, addUnits } of demand.steps)
    periods.forEach((period, t) => {
      if (monthsFrom(from, period) >= 0) curve[t] = curve[t]! + addUnits
    })
  return curve
}

function curveOf(demand: Demand, periods: number, monthsEach: number): number[] {
  const { growth, unitsByPeriod } = demand
  if (growth === 'table')
    return Array.from(
      { length: periods },
      (_, t) => unitsByPeriod[Math.min(t, unitsByPeriod.length - 1)] ?? 0,
    )
  if (growth === 'bass') return diffuse(demand, periods, monthsEach)
  return straighten(demand, growth, periods)
}

/** Straight in N, in log N or in log(K / N - 1) between the first period and the last. */
function straighten(
  { unitsStart, unitsEnd }: Demand,
  curve: 'cagr' | 'logistic' | 'linear',
  periods: number,
): number[] {
  const saturation = SATURATION * Math.max(unitsStart, unitsEnd)
  const isCurved = unitsStart > 0 && unitsEnd > 0
  const straight = { to: (n: number) => n, back: (y: number) => y }
  const scale = !isCurved
    ? straight
    : {
        linear: straight,
        cagr: { to: Math.log, back: Math.exp },
        logistic: {
          to: (n: number) => Math.log(saturation / n - 1),
          back: (y: number) => saturation / (1 + Math.exp(y)),
        },
      }[curve]
  const first = scale.to(unitsStart)
  const step = periods > 1 ? (scale.to(unitsEnd) - first) / (periods - 1) : 0
  return Array.from({ length: periods }, (_, t) => scale.back(first + step * t))
}

/** Bass's differential equation dN/dt = (p + q N / M) (M - N), by small steps; the market where none is given by halving. */
function diffuse({ unitsStart, unitsEnd, bass }: Demand, periods: number, monthsEach: number): number[] {
  const run = (market: number) => {
    const steps = Math.round((STEPS_PER_QUARTER * monthsEach) / 3)
    const dt = monthsEach / 12 / steps
    const slope = (n: number) => (bass.p + (bass.q * n) / market) * (market - n)
    let n = unitsStart
    return Array.from({ length: periods }, (_, t) => {
      for (let step = 0; t > 0 && step < steps; step++) n += dt * slope(n + (dt / 2) * slope(n))
      return n
    })
  }
  if (bass.marketUnits !== undefined) return run(bass.marketUnits)
  let small = Math.max(unitsStart, unitsEnd)
  if (small === 0) return Array.from({ length: periods }, () => 0)
  let large = small * 1e6
  while (large / small > 1 + 1e-9) {
    const middle = Math.sqrt(large * small)
    if (run(middle).at(-1)! < unitsEnd) small = middle
    else large = middle
  }
  return run(large)
}
