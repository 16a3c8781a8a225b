import { useMemo } from 'react'
import { type CoolingOption, coolingOptions } from '../../../engine/facility/coolingOptions.ts'
import { withCooling } from '../../../engine/facility/withCooling.ts'
import { coolingRef } from '../../../engine/trace/aidc/coolingTraces.ts'
import { clauses, listed, said } from '../../format/punctuation.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { derived } from '../../state/plan/derived.ts'
import { editPlan } from '../../state/plan/edits.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useWords } from '../../words/useWords.ts'

/** Cooling technologies at a site: PUE, WUE, cost of a kW a year, and what each cannot carry. */
export function CoolingOptions({ siteId }: { readonly siteId: string }) {
  const { sites: words, notes } = useWords()
  const { plan, catalog } = usePlan()
  const names = useThingNames()
  const options = useMemo(() => {
    const seen = { ...plan, catalogOverrides: [], customAccelerators: [], customModels: [] }
    return derived(() => coolingOptions(seen, catalog, siteId))
  }, [plan, catalog, siteId])
  if (!options) return <Panel title={words.options}>{words.unfit}</Panel>
  const column = (head: string, field: Parameters<typeof coolingRef>[0]) => {
    return {
      head,
      trace: (own: CoolingOption) => coolingRef(field, siteId, own.technologyId),
    }
  }
  const nameOf = (value: string | number) =>
    catalog.cooling.find((row) => row.id === value)?.technology ?? value
  const against = (own: CoolingOption): string => {
    const refused = Map.groupBy(own.refused, ({ detail, values }) =>
      notes.obstacle({ reason: detail, values: values.map(nameOf) }),
    )
    const sentences = [...refused].map(([sentence, list]) =>
      said(listed(list.map(({ acceleratorId }) => names.accelerator(acceleratorId))), sentence),
    )
    return clauses([...sentences, ...(own.isOverWater ? [words.overWater] : [])]) || words.fits
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
          { ...column(words.totalUsd, 'totalUsd'), unit: '$', number: (own) => own.totalUsd },
          { ...column(words.capitalUsd, 'capitalUsd'), unit: '$', number: (own) => own.capitalUsd },
          { ...column('PUE', 'meanPue'), number: (own) => own.meanPue },
          { ...column(words.designPue, 'designPue'), number: (own) => own.designPue },
          { ...column('WUE, L/kWh', 'meanWue'), digits: 3, number: (own) => own.meanWueLPerKwh },
          { ...column(words.maxRack, 'maxRackKw'), number: (own) => own.maxRackKw },
          { head: words.obstacles, isLong: true, read: against },
        ]}
      />
    </Panel>
  )
}
