import { retirementRef } from '../../../engine/trace/accelerators/retirementTraces.ts'
import type { Retirement } from '../../../plan/result/siteBuild.ts'
import { formatNumber, formatPeriod } from '../../format/numbers.ts'
import { OfResult } from '../../parts/OfResult.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useWords } from '../../words/useWords.ts'

/** Units of the solved plan that leave service, by period and age, and what they are sold for; nothing where none do. */
export function Retirements() {
  const words = useWords().retirements
  const { plan } = usePlan()
  const names = useThingNames()
  const rows: readonly Retirement[] = useSession((state) => state.kept?.result.retirements) ?? []
  if (rows.length === 0) return null
  return (
    <OfResult>
      <Panel title={words.title} note={words.note}>
        <DataTable
          label={words.title}
          items={rows}
          columns={[
            { head: words.leaves, read: (row) => formatPeriod(row.period) },
            {
              head: words.site,
              read: (row) => plan.sites.find((site) => site.id === row.siteId)?.name ?? row.siteId,
            },
            { head: words.accelerator, read: (row) => names.accelerator(row.acceleratorId) },
            { head: words.delivered, read: (row) => formatPeriod(row.boughtPeriod) },
            { head: words.age, read: (row) => words.years(formatNumber(row.ageYears)) },
            { head: words.setBy, read: (row) => (row.isEarly ? words.solve : words.plan) },
            {
              head: words.units,
              number: (row) => row.units,
              trace: (row) => retirementRef('retired', row),
            },
            {
              head: words.sale,
              unit: 'M$',
              number: (row) => row.saleMusd,
              trace: (row) => (row.saleMusd > 0 ? retirementRef('resale', row) : undefined),
            },
          ]}
        />
      </Panel>
    </OfResult>
  )
}
