import { type ServingQuery, scenarioIn, softwareIn } from '../query.ts'
import { generationOf } from '../step/generation.ts'
import type { Factors, Familiarity } from './factors.ts'
import { pairTrait, precisionTrait } from './traits.ts'

/** How well the fit knows the model and the accelerator of a query. */
export function familiarityOf(factors: Pick<Factors, 'effects'>, query: ServingQuery): Familiarity {
  const { accelerator, model } = query
  const knows = (trait: string) => factors.effects[trait] !== undefined
  if (!knows(`vendor:${accelerator.ecosystem}`)) return 'new-vendor'
  if (!knows(`accelerator:${accelerator.id}`))
    return knows(`generation:${generationOf(accelerator)}`) ? 'new-sibling' : 'new-accelerator'
  if (!knows(`model:${model.id}`)) return 'new-model'
  return knows(pairTrait(query)) ? 'known' : 'new-pair'
}

/** Had no row weights in this format, multiplied in this way? Only 16 bits, of which all software begins, are never new. */
export function isNewPrecision(factors: Pick<Factors, 'effects'>, query: ServingQuery): boolean {
  return query.precision !== 'bf16' && factors.effects[precisionTrait(query)] === undefined
}

/** What a run is set up with, and how requests reach it: as names in `Factors.setups`. */
export function setupOf(query: ServingQuery): string {
  const how = query.reservesAnswers ? `${scenarioIn(query)} reserved` : scenarioIn(query)
  return `${query.accelerator.ecosystem} ${softwareIn(query)} ${how}`
}

/** Did no row run so? Of vendors that no row had, the band knows it already. */
export function isNewSetup(factors: Pick<Factors, 'effects' | 'setups'>, query: ServingQuery): boolean {
  if (familiarityOf(factors, query) === 'new-vendor') return false
  return query.isOtherSoftware === true || !factors.setups.includes(setupOf(query))
}
