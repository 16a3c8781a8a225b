import { useMemo } from 'react'
import { type CoolingOption, coolingOptions } from '../../../engine/facility/coolingOptions.ts'
import { withCooling } from '../../../engine/facility/withCooling.ts'
import { coolingRef } from '../../../engine/trace/coolingTraces.ts'
import { formatIn, formatNumber } from '../../format/numbers.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { derived } from '../../state/derived.ts'
import { editPlan } from '../../state/edits.ts'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

/** Cooling technologies at a site: PUE, WUE, cost of a kW a year, and what each cannot carry. */
export function CoolingOptions({ siteId }: { readonly siteId: string }) {
  const { sites: words, notes } = useWords()
  const { plan, catalog } = usePlan()
  const options = useMemo(() => {
    const seen = { ...plan, catalogOverrides: [], customAccelerators: [], customModels: [] }
    return derived(() => coolingOptions(seen, catalog, siteId))
  }, [plan, catalog, siteId])
  if (!options) return <Panel title={words.options}>{words.unfit}</Panel>
  const column = (head: string, field: Parameters<typeof coolingRef>[0]) => {
    return {
      head,
      isNumber: true,
      trace: (own: CoolingOption) => coolingRef(field, siteId, own.technologyId),
    }
  }
  const nameOf = (value: string | number) =>
    catalog.cooling.find((row) => row.id === value)?.technology ?? value
  const against = (own: CoolingOption): string => {
    const refused = Map.groupBy(own.refused, ({ detail, values }) =>
      notes.obstacle({ reason: detail, values: values.map(nameOf) }),
    )
    const sentences = [...refused].map(
      ([sentence, list]) => `${list.map(({ acceleratorId }) => acceleratorId).join(', ')}: ${sentence}`,
    )
    return [...sentences, ...(own.isOverWater ? [words.overWater] : [])].join('; ') || words.fits
  }
  const use = (own: CoolingOption): void => {
    const index = plan.sites.findIndex(({ id }) => id === siteId)
    void editPlan(words.using(own.technology), (draft) => {
      const next = withCooling(plan, siteId, own, options).sites[index]
      if (next && draft.sites[index]) draft.sites[index].facility = structuredClone(next.facility)
    })
  }
  return (
    <Panel title={words.options} note={words.optionsNote}>
      <DataTable
        label={words.options}
        items={options}
        columns={[
          { head: words.technology, isLong: true, read: (own) => own.technology },
          {
            head: words.choice,
            read: (own) => (own.isChosen ? words.chosen : words.use),
            onPick: use,
            isPicked: (own) => own.isChosen,
          },
          { ...column(words.totalUsd, 'totalUsd'), read: (own) => formatIn('$', own.totalUsd, 4) },
          { ...column(words.capitalUsd, 'capitalUsd'), read: (own) => formatIn('$', own.capitalUsd) },
          { ...column('PUE', 'meanPue'), read: (own) => formatNumber(own.meanPue, 4) },
          { ...column(words.designPue, 'designPue'), read: (own) => formatNumber(own.designPue, 4) },
          { ...column('WUE, L/kWh', 'meanWue'), read: (own) => formatNumber(own.meanWueLPerKwh) },
          { ...column(words.maxRack, 'maxRackKw'), read: (own) => formatNumber(own.maxRackKw) },
          { head: words.obstacles, isLong: true, read: against },
        ]}
      />
    </Panel>
  )
}
