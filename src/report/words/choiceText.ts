import type { choices as english } from './en/choices.ts'

/** Fields whose value is a redundancy scheme: a code that is the same in every language, but for one word. */
const SCHEME_FIELDS = ['ups', 'generators', 'transformers', 'switchgear'] as const

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
    ...SCHEME_FIELDS,
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

/** A redundancy scheme as it is read: `2N` as it is, `block` by its name. */
export const schemeText = (scheme: string, choices: typeof english): string =>
  scheme === 'block' ? choices.block : scheme

/** A value of a plan as the list of its field says it: `logistic` of growth as S-curve; what is no such word as it is. */
export function choiceText(path: string, value: string, choices: typeof english): string {
  const key = /([A-Za-z]\w*)$/.exec(path)?.[1] ?? ''
  const isChoice = CHOICES.has(key) || BY_CLASS.test(path)
  return isChoice && Object.hasOwn(choices, value) ? choices[value as keyof typeof english] : value
}
