import type { NamedThing, Said } from '../../plan/result/audit.ts'

export type { Said } from '../../plan/result/audit.ts'

/** A phrase as a template; names, numbers, things of the plan and phrases may stand in its gaps. */
export function say(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | NamedThing | Said)[]
): Said {
  return { pattern: parts.join('{}'), values: values.map(withoutRest) }
}

/** Of a site, a region or an offer a finding keeps the name alone. */
function withoutRest(value: Said['values'][number]): Said['values'][number] {
  if (typeof value !== 'object' || 'pattern' in value) return value
  return { id: value.id, name: value.name }
}

/** The phrase in English. */
export function inEnglish({ pattern, values }: Said): string {
  const texts = values.map((value) => {
    if (typeof value !== 'object') return String(value)
    return 'pattern' in value ? inEnglish(value) : value.name
  })
  return pattern.split('{}').reduce((text, part, index) => `${text}${texts[index - 1] ?? ''}${part}`)
}
