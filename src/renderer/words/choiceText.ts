import type { Words } from './en.ts'

/** Fields of a plan whose value is one of a list of words of ours. */
const CHOICES = new Set([
  ...[
    'growth',
    'timeBasis',
    'kind',
    'tier',
    'side',
    'goods',
    'prefill',
    'cooling',
    'coolingChoice',
    'depreciation',
  ],
  ...[
    'periodLength',
    'powerDays',
    'objective',
    'capital',
    'capitalPaid',
    'discounting',
    'headroom',
    'qualityRule',
  ],
  ...['exportRule', 'coolingRule'],
])
/** By class of tasks below it. */
const BY_CLASS = /\.(?:qualityRuleByClass|tiersByClass)[.[]/

/** A value of a plan as the list of its field says it: `logistic` of growth as S-curve; what is no such word as it is. */
export function choiceText(path: string, value: string, choices: Words['choices']): string {
  const key = /([A-Za-z]\w*)$/.exec(path)?.[1] ?? ''
  const isChoice = CHOICES.has(key) || BY_CLASS.test(path)
  return isChoice && Object.hasOwn(choices, value) ? choices[value as keyof Words['choices']] : value
}
