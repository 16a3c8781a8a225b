import { useMemo } from 'react'
import { supplyNames } from '../../../catalog/supplyNames.ts'
import { energyFlows } from '../../../engine/results/builds/energyFlows.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { formatNumber, formatPeriod } from '../../format/numbers.ts'
import { SankeyChart } from '../../parts/charts/SankeyChart.tsx'
import type { SankeyFlow } from '../../parts/charts/sankey.ts'
import { inputsOf } from '../../state/plan/inputsOf.ts'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { energySankey } from './energySankey.view.ts'

const format = (mwh: number): string => formatNumber(mwh, 4)

/** Electricity from grid, contracts and plant through the sites to computing, cooling and losses. */
export function EnergySankey({ result, period }: { readonly result: PlanResult; readonly period: string }) {
  const words = useWords().flows
  const { plan, catalog } = usePlan()
  const shipped = useSession((state) => state.catalog)!
  const flows = useMemo(
    () => energyFlows(inputsOf(plan, shipped), result, period),
    [plan, shipped, result, period],
  )
  const sankey = useMemo(
    () => energySankey(flows, { ...words.energy, of: namesOf(plan, catalog) }),
    [flows, plan, catalog, words],
  )
  const traceOf = ({ from, to }: SankeyFlow) => {
    if (from.startsWith('s:')) return toRef('energy-from', to.slice(2), period, ...sankey.sourcesOf(from, to))
    const site = from.startsWith('p:') ? from.slice(2) : ''
    return toRef('energy-use', (site === '' ? from : to).slice(2), site, period)
  }
  return (
    <SankeyChart
      title={words.energySankey}
      note={words.energyNote(formatPeriod(period))}
      summary={words.energySummary(formatPeriod(period))}
      stages="spuh"
      unit="MWh"
      {...{ sankey, format, traceOf }}
    />
  )
}

function namesOf({ sites }: Plan, catalog: Catalog): Map<string, string> {
  return new Map(
    sites.flatMap((site): [string, string][] => [
      [site.id, site.name],
      ...[...supplyNames(site, catalog)].map(([id, name]): [string, string] => [`${site.id}/${id}`, name]),
    ]),
  )
}
