import type { Said } from '../../plan/result/audit.ts'

export type { Said } from '../../plan/result/audit.ts'

/** A phrase as a template; names, numbers and phrases may stand in its gaps. */
export function say(parts: TemplateStringsArray, ...values: readonly (string | number | Said)[]): Said {
  return { pattern: parts.join('{}'), values }
}

/** The phrase in English. */
export function inEnglish({ pattern, values }: Said): string {
  const texts = values.map((value) => (typeof value === 'object' ? inEnglish(value) : String(value)))
  return pattern.split('{}').reduce((text, part, index) => `${text}${texts[index - 1] ?? ''}${part}`)
}
