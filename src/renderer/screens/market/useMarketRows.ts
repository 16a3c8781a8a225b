import { useMemo } from 'react'
import { type MarketRow, marketView } from '../../../engine/derive/distribution/marketView.ts'
import { said } from '../../format/punctuation.ts'
import { derived } from '../../state/plan/derived.ts'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

/** Prices of both sides of the market in the planner's words; none where the plan does not fit the catalog. */
export function useMarketRows(): readonly MarketRow[] {
  const words = useWords().market
  const { plan } = usePlan()
  const shipped = useSession((state) => state.catalog)
  return useMemo(() => {
    const rows = (shipped && derived(() => marketView(plan, shipped))) ?? []
    return rows.map((row) => ({ ...row, name: nameOf(row, words) }))
  }, [plan, shipped, words])
}

function nameOf({ kind, id, name }: MarketRow, words: ReturnType<typeof useWords>['market']): string {
  if (kind === 'let') return words.letAccelerators
  if (kind === 'sell') return id === '' ? words.soldTokens : words.ofClass(id)
  return said(words.kinds[kind], name)
}
