import { useMemo } from 'react'
import { costShares } from '../../../engine/results/money/costShares.ts'
import { type TraceRef, toRef } from '../../../engine/trace/trace.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Tier } from '../../../plan/schema/common.ts'
import { tierOf } from '../../../plan/tiers.ts'
import { formatAmount, formatPeriod } from '../../format/numbers.ts'
import { SankeyChart } from '../../parts/charts/SankeyChart.tsx'
import type { SankeyFlow } from '../../parts/charts/sankey.ts'
import { inputsOf } from '../../state/plan/inputsOf.ts'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useWords } from '../../words/useWords.ts'
import { tokenSankey } from './tokenSankey.view.ts'

/** Tokens from regions by class and model to the places that serve them, and their tiers. */
export function TokenSankey({ result, period }: { readonly result: PlanResult; readonly period: string }) {
  const { flows: words, demand } = useWords()
  const { tiers } = demand
  const { plan } = usePlan()
  const names = useThingNames()
  const shipped = useSession((state) => state.catalog)!
  const shares = useMemo(() => costShares(inputsOf(plan, shipped), result), [plan, shipped, result])
  const sankey = useMemo(() => {
    const { leases, apis } = plan.distribution
    const named = [...plan.regions, ...plan.sites, ...leases, ...apis]
    const places = new Map(named.map((own) => [own.id, own.name]))
    const nameOf = (kind: string, id: string): string => {
      if (kind === 't') return tiers[id as Tier]
      if (kind === 'c') return names.taskClass(id)
      return kind === 'm' ? names.model(id) : (places.get(id) ?? id)
    }
    return tokenSankey(result, shares, period, nameOf, (id) => tierOf(plan, id))
  }, [plan, result, shares, period, tiers, names])
  const traceOf = ({ from, to }: SankeyFlow): TraceRef =>
    from.startsWith('r:')
      ? toRef('asked-band', from.slice(2), to.slice(2), period)
      : toRef('served-band', from, to, period)
  return (
    <SankeyChart
      title={words.sankey}
      note={formatPeriod(period)}
      summary={words.sankeySummary(formatPeriod(period))}
      stages="rcmpt"
      unit="tok/s"
      format={formatAmount}
      {...{ sankey, traceOf }}
    />
  )
}
