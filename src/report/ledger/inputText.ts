import type { InputValue } from '../../plan/differences.ts'
import { fieldOf, itemAt, pathSteps } from '../../plan/pathSteps.ts'
import { type Cell, figure } from '../document.ts'
import { choiceText } from '../words/choiceText.ts'
import { nameOfField, unitOfField } from './fieldUnits.ts'
import { type Named, referenceName, thingName } from './referenceName.ts'

/** Words in which inputs are named and told. */
export interface InputWords {
  readonly fieldWords: Readonly<Record<string, string>>
  readonly choices: Parameters<typeof choiceText>[2]
  readonly yes: string
  readonly no: string
  /** Of a path that names all of a list. */
  readonly all: string
}

/** Fields of which every key below has the unit of all. */
const UNIT_BELOW: Readonly<Record<string, string>> = {
  regionShares: 'share',
  utilisationCap: 'share',
  deferrableHours: 'h',
  deferrableHoursByClass: 'h',
  lifeYears: 'years',
}

/** The unit of the input at a path, as in `sites[ash].power.gridLimitMw`; empty: a number of its own, or no number. */
export function unitOfInput(path: string): string {
  const keys = fieldsOf(path)
  const above = keys.at(-2) ?? ''
  return Object.hasOwn(UNIT_BELOW, above) ? UNIT_BELOW[above]! : unitOfField(keys.at(-1) ?? '')
}

/**
 * What an input is called, from its field up to the list that it stands in: grid limit, power, Ashburn, sites. Things
 * have the names of the first of the plans that has them.
 */
export function inputNames(plans: readonly Named[], path: string, words: InputWords): string[] {
  let places: readonly { readonly own: Named; readonly value: unknown }[] = plans.map((own) => {
    return { own, value: own.plan }
  })
  const soFar: (string | number)[] = []
  return pathSteps(path)
    .map(({ key, isItem }) => {
      const named = places.find(({ value }) => isItem && itemAt(value, key) !== undefined)
      soFar.push(isItem ? placeIn(named?.value, key) : key)
      const item = named && itemAt(named.value, key)
      places = places.map(({ own, value }) => {
        return { own, value: isItem ? itemAt(value, key) : fieldOf(value, key) }
      })
      if (!isItem) return keyName(plans, String(soFar.at(-2) ?? ''), key, words)
      return key === '*' ? words.all : itemName(named?.own, item, soFar, key)
    })
    .toReversed()
}

/** An input that is no number, as its field shows it: a choice by its name in the list, a thing by that of what it refers to. */
export function inputWord(own: Named, path: string, value: InputValue, words: InputWords): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'object') return value.map((one) => inputWord(own, path, one, words)).join(', ')
  const keys = fieldsOf(path)
  const field = keys.at(-2) === 'modelsByClass' ? 'modelId' : (keys.at(-1) ?? '')
  const text = String(value)
  const choice = choiceText(path, text, words.choices)
  return choice === text ? referenceName(own, field, text) : choice
}

/** An input as a cell of a report: a number with its unit, to its last digit; what else it is in words. */
export function inputCell(own: Named, path: string, value: InputValue | undefined, words: InputWords): Cell {
  if (value === undefined) return null
  if (typeof value === 'number') return { ...figure(value, unitOfInput(path)), digits: digitsOf(value) }
  return inputWord(own, path, value, words)
}

/** More digits come of a conversion. */
const MOST_DIGITS = 8

/** Significant digits that a number has. */
const digitsOf = (value: number): number =>
  Math.max(
    1,
    String(Number(value.toPrecision(MOST_DIGITS)))
      .replace(/e.*|\D/g, '')
      .replace(/^0+/, '').length,
  )

const fieldsOf = (path: string): string[] =>
  pathSteps(path).flatMap(({ key, isItem }) => (isItem ? [] : [key]))

/** Fields whose keys are ids of things. */
function keyName(plans: readonly Named[], above: string, key: string, { fieldWords }: InputWords): string {
  if (above === 'regionShares')
    return plans.map((own) => referenceName(own, 'regionId', key)).find((name) => name !== key) ?? key
  if (above.endsWith('ByClass')) return plans[0]?.names.taskClass(key) ?? key
  return nameOfField(key, fieldWords)
}

function placeIn(list: unknown, key: string): number {
  return Array.isArray(list) ? list.indexOf(itemAt(list, key)) : -1
}

/** By its name; one without as the catalog calls it; one without an id by its place, from 1 on. */
function itemName(
  own: Named | undefined,
  item: unknown,
  path: readonly (string | number)[],
  key: string,
): string {
  const [name, id] = [fieldOf(item, 'name'), fieldOf(item, 'id')]
  if (typeof name === 'string' && name !== '') return name
  if (own && typeof id === 'string') return thingName(own, path, id)
  return /^\d+$/.test(key) ? String(Number(key) + 1) : key
}
