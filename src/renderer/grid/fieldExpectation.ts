import { type Field, isNumber, showValue } from './field.ts'

/** What a field is called and takes, in the planner's words. */
export interface FieldSaid {
  /** Of one number; empty: none. */
  readonly unit: string
  /** Names of what may be chosen; none: it is no choice. */
  readonly labels: readonly string[]
  readonly listed: (items: readonly string[]) => string
}

/** Of a long list so many are named. */
const MOST_NAMED = 8
const NUMBER = /^(?:a )?number(?: of \S.*?)?(, decimals after a point)?$/
const BOUND = /^(?:a )?(?:number|int|integer) (>=|<=|>|<)(\S+)$/
const PHRASES: Readonly<Record<string, (bound: string) => string>> = {
  '>=': (bound) => `${bound} or more`,
  '>': (bound) => `more than ${bound}`,
  '<=': (bound) => `at most ${bound}`,
  '<': (bound) => `less than ${bound}`,
}

/**
 * What was expected of a field, told as its cell shows it: a choice by the names of its list, a bound in its unit and
 * currency, a share in per cent. English, as faults are; the words of faults say it in another language.
 */
export function fieldExpectation(field: Field, expected: string, said: FieldSaid): string {
  if (field.kind === 'choice' && said.labels.length > 0) return ofList(said)
  if (field.kind === 'numbers' && /^array/.test(expected)) return 'numbers parted by commas'
  if (!isNumber(field)) return expected
  const inUnit = (bound: number): string => `${showValue(field, bound)} ${said.unit}`.trim()
  if (expected === 'a share from 0 to 1') return `from ${inUnit(0)} to ${inUnit(1)}`
  const [, sign = '', bound] = BOUND.exec(plainBound(expected)) ?? []
  if (bound !== undefined && Number.isFinite(Number(bound))) return PHRASES[sign]!(inUnit(Number(bound)))
  const [isAny, decimals = ''] = NUMBER.exec(expected) ?? []
  return isAny === undefined ? expected : `a number${said.unit === '' ? '' : ` of ${said.unit}`}${decimals}`
}

const plainBound = (expected: string): string =>
  expected
    .replace(/^a number of (\S+) or more$/, 'number >=$1')
    .replace(/^a number above (\S+)$/, 'number >$1')
    .replace(/^a number below (\S+)$/, 'number <$1')

function ofList({ labels, listed }: FieldSaid): string {
  const isShort = labels.length <= MOST_NAMED
  return isShort
    ? `one of ${listed(labels)}`
    : `one of the ${labels.length} of its list, such as ${listed(labels.slice(0, 3))}`
}
