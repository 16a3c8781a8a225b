import type { ScreeningCase } from '../../plan/cases/screeningCase.ts'
import { HOURS_PER_YEAR, KW_PER_MW } from '../../plan/units.ts'
import { recoveryFactor } from './recoveryFactor.ts'

export interface ScreenedPlant {
  readonly name: string
  /** What a kW costs a year, running or not. */
  readonly annualUsdPerKw: number
  readonly variableUsdPerMwh: number
  /** Hours a year between which it is the cheapest; null: never. */
  readonly cheapestFromH: number | null
  readonly cheapestToH: number | null
  /** Of the load's steps, and what it makes of them. */
  readonly mw: number
  readonly energyMwh: number
  readonly usdPerYear: number
}

export interface ScreeningCurve {
  readonly plants: readonly ScreenedPlant[]
  /** Hours at which two neighbours on the lower envelope cost the same. */
  readonly breakEvens: readonly { readonly from: string; readonly to: string; readonly hours: number }[]
  readonly totalUsdPerYear: number
}

type Technology = ScreeningCase['technologies'][number]

/**
 * Screening curve: cost of a kW that runs h hours a year
 *
 *   c_k(h) = (CRF(rate, life) capex + fixed) / availability + variable h / 1000
 *
 * Each MW of the load duration curve goes to the plant that is cheapest at its hours; of equal ones the first.
 */
export function screeningCurve(own: ScreeningCase): ScreeningCurve {
  const annual = own.technologies.map((tech) => annualUsd(tech, own))
  const cost = (k: number, hours: number) =>
    annual[k]! + (own.technologies[k]!.variableUsdPerMwh * hours) / KW_PER_MW
  const cheapest = (hours: number) =>
    annual.reduce((best, _, k) => (cost(k, hours) < cost(best, hours) - 1e-12 ? k : best), 0)
  const taken = stepsOf(own).map((step) => ({ ...step, k: cheapest(step.hours) }))
  const envelope = lowerEnvelope(own.technologies, annual)
  const plants = own.technologies.map(({ name, variableUsdPerMwh }, k): ScreenedPlant => {
    const steps = taken.filter((step) => step.k === k)
    const mw = steps.reduce((sum, step) => sum + step.mw, 0)
    const energyMwh = steps.reduce((sum, step) => sum + step.mw * step.hours, 0)
    const stretch = envelope.find((part) => part.k === k)
    return {
      name,
      annualUsdPerKw: annual[k]!,
      variableUsdPerMwh,
      cheapestFromH: stretch?.fromH ?? null,
      cheapestToH: stretch?.toH ?? null,
      mw,
      energyMwh,
      usdPerYear: mw * KW_PER_MW * annual[k]! + energyMwh * variableUsdPerMwh,
    }
  })
  return {
    plants,
    breakEvens: envelope.slice(1).map((part, i) => ({
      from: own.technologies[envelope[i]!.k]!.name,
      to: own.technologies[part.k]!.name,
      hours: part.fromH,
    })),
    totalUsdPerYear: plants.reduce((sum, plant) => sum + plant.usdPerYear, 0),
  }
}

function annualUsd(tech: Technology, { discountRatePerYear, availabilityShare }: ScreeningCase): number {
  const { annualUsdPerKw, capexUsdPerKw, lifeYears, fixedUsdPerKwYear } = tech
  const usd =
    annualUsdPerKw ?? capexUsdPerKw * recoveryFactor(discountRatePerYear, lifeYears) + fixedUsdPerKwYear
  return usd / availabilityShare
}

/** MW between two neighbouring loads, with the hours in which the load is at least that high. */
function stepsOf({ loadMw, durationCurve }: ScreeningCase): { mw: number; hours: number }[] {
  const parts = durationCurve ?? loadMw!.map((mw) => ({ mw, hours: 1 }))
  const levels = [...new Set(parts.map((part) => part.mw))].sort((a, b) => a - b)
  return levels.flatMap((level, i) => {
    const mw = level - (levels[i - 1] ?? 0)
    const hours = parts.reduce((sum, part) => sum + (part.mw >= level ? part.hours : 0), 0)
    return mw > 0 ? [{ mw, hours }] : []
  })
}

/** Stretches of hours in which one plant is the cheapest, from peaking to base. */
function lowerEnvelope(technologies: readonly Technology[], annual: readonly number[]) {
  const variable = (k: number) => technologies[k]!.variableUsdPerMwh
  const better = (a: number, b: number) => annual[a]! - annual[b]! || variable(a) - variable(b)
  let current = [...technologies.keys()].sort(better)[0]!
  const stretches: { k: number; fromH: number; toH: number }[] = []
  for (let fromH = 0; ; ) {
    // The next to be cheaper: the one whose line crosses first.
    const crossings = [...technologies.keys()]
      .filter((k) => variable(k) < variable(current))
      .map((k) => ({
        k,
        hours: ((annual[k]! - annual[current]!) * KW_PER_MW) / (variable(current) - variable(k)),
      }))
      .sort((a, b) => a.hours - b.hours || variable(a.k) - variable(b.k))
    const [next] = crossings
    const toH = Math.min(HOURS_PER_YEAR, next?.hours ?? HOURS_PER_YEAR)
    stretches.push({ k: current, fromH, toH })
    if (!next || next.hours >= HOURS_PER_YEAR) return stretches
    current = next.k
    fromH = next.hours
  }
}
