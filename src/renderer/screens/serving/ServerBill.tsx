import { useMemo } from 'react'
import { getAccelerator } from '../../../catalog/find.ts'
import { networkBill, networkUsdPerAccel } from '../../../engine/network/networkBill.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { formatNumber, formatUsd } from '../../format/numbers.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useSession } from '../../state/session.ts'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

interface Line {
  readonly site: string
  readonly item: string
  readonly count: number
  readonly priceMusd: readonly number[]
  readonly kw: number
  readonly leadWeeks: number | null
  readonly source: string
  readonly grade: string
}

/** What has to be bought for the accelerators of a solved plan: units, switches, optics. */
export function ServerBill() {
  const words = useWords().serving
  const { site } = useWords().overview
  const { plan, catalog } = usePlan()
  const kept = useSession((state) => state.kept)
  const lines = useMemo(() => (kept ? listLines(plan, catalog, kept.result) : []), [plan, catalog, kept])
  if (!kept) return <Panel title={words.billTitle}>{words.unsolved}</Panel>
  const sum = (pick: (line: Line) => number) => lines.reduce((total, line) => total + pick(line), 0)
  return (
    <Panel title={words.billTitle} note={words.billNote}>
      <DataTable
        label={words.billTitle}
        items={lines}
        columns={[
          { head: site, read: (line) => line.site },
          { head: words.item, read: (line) => line.item },
          { head: words.count, isNumber: true, read: (line) => formatNumber(line.count, 6) },
          {
            ...{ head: words.price, isNumber: true },
            read: (line) => line.priceMusd.map((musd) => formatNumber(musd)).join(' – '),
          },
          { head: words.power, isNumber: true, read: (line) => formatNumber(line.kw, 4) },
          {
            ...{ head: words.lead, isNumber: true },
            read: (line) => (line.leadWeeks === null ? words.unknown : formatNumber(line.leadWeeks)),
          },
          { head: words.grade, read: (line) => line.grade },
          { head: words.source, read: (line) => line.source },
        ]}
        foot={[
          ...['', '', ''],
          `${formatNumber(sum((line) => line.priceMusd[0]!))} – ${formatNumber(sum((line) => line.priceMusd.at(-1)!))}`,
          formatNumber(
            sum((line) => line.kw),
            5,
          ),
          ...['', '', ''],
        ]}
      />
      <p>
        {plan.accelerators
          .map((own) => {
            const { low, high } = networkUsdPerAccel(own, catalog, LARGE)
            return `${own.id}: ${words.perAccelPrice(formatUsd(low), formatUsd(high))}`
          })
          .join('; ')}
      </p>
    </Panel>
  )
}

/** Accelerators of a network of two tiers that is well filled. */
const LARGE = 1024
const WEEKS_PER_MONTH = 52.18 / 12

function listLines(plan: Plan, catalog: Catalog, result: PlanResult): Line[] {
  const siteName = (id: string) => plan.sites.find((site) => site.id === id)?.name ?? id
  const servers = plan.sites.flatMap((site) =>
    plan.accelerators.flatMap((own): Line[] => {
      const builds = result.builds.filter((build) => build.siteId === site.id)
      const bought = Math.max(0, ...builds.map((build) => build.boughtByAccelerator[own.id] ?? 0))
      if (bought < 1e-6) return []
      const row = getAccelerator(catalog, own.catalogAcceleratorId)
      return [
        {
          site: site.name,
          item: `${row.accelerator} × ${own.accelPerUnit}`,
          count: bought,
          priceMusd: [(bought * own.priceUsdPerUnit) / 1e6],
          kw: bought * own.unitItKw,
          leadWeeks: (own.leadMonthsByPeriod.at(-1) ?? own.leadMonths) * WEEKS_PER_MONTH,
          source: own.note ?? '',
          grade: '',
        },
      ]
    }),
  )
  const network = networkBill(plan, catalog, result).map((line) => ({
    site: siteName(line.siteId),
    item: `${line.part.part}, ${line.acceleratorId}`,
    count: line.count,
    priceMusd: [line.priceLowMusd, line.priceHighMusd],
    kw: line.kw,
    leadWeeks: line.part.leadWeeks,
    source: line.part.source,
    grade: 'C',
  }))
  return [...servers, ...network]
}
