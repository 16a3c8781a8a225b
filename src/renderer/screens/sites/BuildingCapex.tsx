import { type ComponentCapex, capexByComponent } from '../../../engine/facility/capexByComponent.ts'
import { type TraceRef, toRef } from '../../../engine/trace/trace.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatNumber, formatShare } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useFigureUnit, useWords } from '../../words/useWords.ts'

interface Props {
  readonly result: PlanResult
  readonly siteId: string
}

/** What the rooms that the plan builds at a site cost, by component. */
export function BuildingCapex({ result, siteId }: Props) {
  const words = useWords().sites
  const nameOfUnit = useFigureUnit()
  const { plan, catalog } = usePlan()
  const { facility } = plan.sites.find((own) => own.id === siteId)!
  const last = result.builds.findLast((build) => build.siteId === siteId)
  const builtMw = Math.max(0, (last?.builtItMw ?? 0) - facility.existingItMw)
  const parts = capexByComponent(facility, catalog, builtMw)
  if (!parts || builtMw === 0) return null
  const total = parts.reduce((sum, own) => sum + own.musd, 0)
  const traceOf = (field: string, { component }: ComponentCapex): TraceRef =>
    toRef('rooms', field, siteId, component)
  return (
    <Panel title={words.capex} note={words.capexNote}>
      <DataTable
        label={words.capex}
        items={parts}
        columns={[
          { head: words.component, read: (own) => words.components[own.component] },
          {
            ...{ head: words.share, isNumber: true },
            trace: (own) => traceOf('share', own),
            read: (own) => formatShare(own.share),
          },
          {
            ...{ head: nameOfUnit('M$/MW'), unit: 'M$/MW' },
            trace: (own) => traceOf('perMw', own),
            number: (own) => own.musdPerMw,
          },
          {
            ...{ head: nameOfUnit('M$'), unit: 'M$' },
            trace: (own) => traceOf('cost', own),
            number: (own) => own.musd,
          },
        ]}
        foot={[
          ...[words.rooms(formatNumber(builtMw)), '', ''],
          { shown: total, trace: toRef('rooms-total', siteId) },
        ]}
      />
    </Panel>
  )
}
