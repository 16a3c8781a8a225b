import { nameOfField, unitOfField } from '../../report/ledger/fieldUnits.ts'
import { getWords } from '../../report/words/words.ts'
import { usePlan } from '../state/plan/usePlan.ts'
import { useFileUnitName, useLanguage, useWords } from './useWords.ts'

/** What a path of the plan is called: `sites[*].power.gridLimitMw` as "grid limit (MW) · power · all · sites". */
export function usePathName(): (path: string) => string {
  const language = useLanguage()
  const words = useWords().vary
  const unitName = useFileUnitName()
  const { plan } = usePlan()
  const { fieldWords } = getWords(language).assumptions
  return (path) => {
    const parts = [...path.matchAll(/([^.[\]]+)|\[([^\]]+)\]/g)].map(([, field, item]) =>
      item === undefined
        ? nameOfField(field!, fieldWords)
        : item === '*'
          ? words.all
          : (nameOf(plan, item) ?? item),
    )
    const unit = unitOfField(/([^.[\]]+)$/.exec(path)?.[1] ?? '')
    const [last, ...above] = parts.toReversed()
    const withUnit = unit === '' || unit === 'share' ? last : `${last} (${unitName(unit)})`
    return [withUnit, ...above].join(' · ')
  }
}

function nameOf(plan: ReturnType<typeof usePlan>['plan'], id: string): string | undefined {
  return [...plan.sites, ...plan.regions].find((own) => own.id === id)?.name
}
