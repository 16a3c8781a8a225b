import { findPaths, readNumberAt } from '../../plan/planPath.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { inputNames, unitOfInput } from '../../report/ledger/inputText.ts'
import { formatNumber, formatShare } from '../format/numbers.ts'
import { aside, said } from '../format/punctuation.ts'
import { usePlan } from '../state/plan/usePlan.ts'
import { useInputWords } from './useInputWords.ts'
import { useThingNames } from './useThingNames.ts'
import { useFileUnitName } from './useWords.ts'

/** What a path of the plan is called: `sites[*].power.gridLimitMw` as "grid limit (MW) · power · all · sites". */
export function usePathName(): (path: string) => string {
  const partsOf = usePathParts()
  const unitName = useFileUnitName()
  return (path) => {
    const unit = unitOfInput(path)
    const [last, ...above] = partsOf(path)
    const named = unit === '' || unit === 'share' ? last : aside(last ?? '', unitName(unit))
    return [named, ...above].join(' · ')
  }
}

/**
 * An input with what it is set to, in its unit: "grid limit · power · Ashburn · sites: 96 MW (× 0.8)". A factor on several
 * values, which make no one value, stands alone.
 */
export function usePathSetting(): (path: string, value: number | string) => string {
  const partsOf = usePathParts()
  const unitName = useFileUnitName()
  const { plan } = usePlan()
  const inUnit = (path: string, value: number): string => {
    const unit = unitOfInput(path)
    return unit === 'share' ? formatShare(value, 1) : `${formatNumber(value, 4)} ${unitName(unit)}`.trim()
  }
  return (path, value) => {
    const name = partsOf(path).join(' · ')
    if (typeof value === 'number') return said(name, inUnit(path, value))
    const factor = /^× (.+)$/.exec(value)?.[1]
    const before = factor === undefined ? undefined : onlyNumberAt(plan, path)
    return before === undefined
      ? said(name, value)
      : said(name, aside(inUnit(path, before * Number(factor)), value))
  }
}

/** Names of the field and of what it stands in, from the field up. */
function usePathParts(): (path: string) => string[] {
  const { plan, catalog } = usePlan()
  const names = useThingNames()
  const words = useInputWords()
  return (path) => inputNames([{ plan, catalog, names }], path, words)
}

/** Undefined also where a variant asks for what the plan does not have: its row says so in the place of its figures. */
function onlyNumberAt(plan: Plan, path: string): number | undefined {
  try {
    return findPaths(plan, path).length === 1 ? readNumberAt(plan, path) : undefined
  } catch {
    return undefined
  }
}
