import type { PlanEdit } from '../../plan/planPath.ts'
import { formatNumber } from '../format/numbers.ts'
import { listed } from '../format/punctuation.ts'
import { usePathName } from '../words/usePathName.ts'
import { useWords } from '../words/useWords.ts'

/** An edit as the name of its input and its value. */
export function useEditTitle(): (edit: PlanEdit) => string {
  const { limits } = useWords()
  const nameOf = usePathName()
  return ({ path, value, times, plus }) => {
    const name = nameOf(path)
    if (value === null) return limits.takeAway(name)
    if (times !== undefined) return limits.setTo(name, `× ${times}`)
    if (plus !== undefined) return limits.setTo(name, plus < 0 ? String(plus) : `+${plus}`)
    const say = (own: unknown): string => {
      if (typeof own === 'boolean') return own ? limits.on : limits.off
      return typeof own === 'number' ? formatNumber(own, 6) : String(own)
    }
    return limits.setTo(name, Array.isArray(value) ? `[${listed(value.map(say))}]` : say(value))
  }
}
