import { type ReactNode, useRef } from 'react'
import { type CakeSlice, LAYERS } from '../../../plan/result/cake.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatHeadroom, formatNumber, formatPeriod, formatTokS, formatUsd } from '../../format/numbers.ts'
import { PictureMenu } from '../../parts/charts/PictureMenu.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { CopyItem } from '../../parts/tables/CopyItem.tsx'
import type { ChartTable, TableCell } from '../../parts/tables/tableCsv.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { Cake } from './Cake.tsx'

interface Props {
  readonly result: PlanResult
  readonly period: string
  readonly siteId: string | null
  /** What chooses period and site. */
  readonly tools: ReactNode
}

/** The cake of one period, of all sites or of one, with what it can be copied and saved as. */
export function CakePanel({ result, period, siteId, tools }: Props) {
  const words = useWords().overview
  const { plan } = usePlan()
  const picture = useRef<HTMLTableElement>(null)
  const slices = result.cake.filter((slice) => slice.period === period)
  const where = plan.sites.find((site) => site.id === siteId)?.name ?? words.allSites.toLowerCase()
  const note = words.cakeNote(where, formatPeriod(period))
  const table = useCakeTable(slices.filter((slice) => slice.siteId === siteId))
  return (
    <Panel
      tour="cake"
      title={words.cake}
      note={note}
      tools={
        <>
          {tools}
          <PictureMenu title={`${words.cake}, ${note}`} picture={picture}>
            <CopyItem table={table} />
          </PictureMenu>
        </>
      }
    >
      <Cake {...{ slices, siteId, picture }} />
    </Panel>
  )
}

/** In full figures: tokens per second, percent, US dollars a unit; what a layer uses and has in its own unit. */
function useCakeTable(slices: readonly CakeSlice[]): ChartTable {
  const words = useWords()
  const { inUse, noLimit, headroom, worth } = words.overview
  const { capacity, need } = words.layerTrend
  const number = (value: number | null, shown: string): TableCell => ({ shown, value })
  const text = (value: string): TableCell => ({ shown: value, value })
  const rows = LAYERS.flatMap((layer) => {
    const slice = slices.find((own) => own.layer === layer)
    if (!slice) return []
    const { native, capacityTokS, needTokS, headroomShare, worthUsdPerUnit } = slice
    return [
      [
        ...[text(words.layers[layer].name), number(native.used, formatNumber(native.used))],
        native.limit === null ? text(noLimit) : number(native.limit, formatNumber(native.limit)),
        text(native.unit),
        number(capacityTokS, formatTokS(capacityTokS)),
        number(needTokS, formatTokS(needTokS)),
        number(headroomShare && headroomShare * 100, formatHeadroom(headroomShare)),
        number(worthUsdPerUnit, formatUsd(worthUsdPerUnit)),
      ],
    ]
  })
  const { limit, unit } = words.chart
  const heads = [
    words.layer,
    inUse,
    limit,
    unit,
    `${capacity}, tok/s`,
    `${need}, tok/s`,
    `${headroom}, %`,
    `${worth}, USD`,
  ]
  return { heads, rows }
}
