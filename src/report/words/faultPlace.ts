import type { Language } from '../document.ts'
import { nameOfField } from '../ledger/fieldUnits.ts'
import { getWords } from './words.ts'

/** A path of the plan with places in lists, as in `sites[0].power.gridLimitMw`. */
const PATH = /^[A-Za-z]\w*(?:\.\w+|\[\d+\])+$/
const PARTS = /([A-Za-z_]\w*)|\[(\d+)\]/g

/**
 * Where a fault is, in a planner's words: `sites[0].power.gridLimitMw` as "sites · row 1 (Dallas) · power · grid
 * limit". What is no path of the plan, as a row of a file, stands as it is.
 */
export function faultPlace(path: string, plan: unknown, language: Language): string {
  if (!PATH.test(path)) return path
  const { fieldWords } = getWords(language).assumptions
  let value = plan
  const parts = [...path.matchAll(PARTS)].map(([, field, place]) => {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, field ?? place!) : undefined
    return field === undefined ? rowName(Number(place) + 1, value, language) : nameOfField(field, fieldWords)
  })
  return parts.join(' · ')
}

function rowName(row: number, thing: unknown, language: Language): string {
  const own = typeof thing === 'object' && thing !== null ? thing : {}
  const name: unknown = Reflect.get(own, 'name') ?? Reflect.get(own, 'id') ?? Reflect.get(own, 'from')
  if (typeof name !== 'string') return language === 'zh' ? `第 ${row} 行` : `row ${row}`
  return language === 'zh' ? `第 ${row} 行（${name}）` : `row ${row} (${name})`
}
