import { SegmentedControl } from '@mantine/core'
import { useRef, useState } from 'react'
import { cakeRef } from '../../../engine/trace/wholePlan/cakeTraces.ts'
import { type CakeSlice, LAYERS } from '../../../plan/result/cake.ts'
import { formatHeadroom, formatHeadroomNumber, formatPeriod } from '../../format/numbers.ts'
import { PictureMenu } from '../../parts/charts/PictureMenu.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { CopyItem } from '../../parts/tables/CopyItem.tsx'
import type { TableCell } from '../../parts/tables/tableCsv.ts'
import { Traced } from '../../parts/traced/Traced.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import grid from './headroom.module.css'

/** With less than this share of the need to spare a layer counts as narrow. */
const NARROW_SHARE = 0.1

interface Props {
  readonly cake: readonly CakeSlice[]
  readonly periods: readonly string[]
  readonly period: string
  readonly siteId: string | null
  readonly onPeriod: (period: string) => void
  readonly onSite: (siteId: string | null) => void
  /** What its columns are; absent: as the planner chooses. */
  readonly by?: 'time' | 'site'
}

interface Column {
  readonly key: string
  readonly name: string
  readonly isShown: boolean
  readonly show: () => void
  readonly sliceOf: (layer: CakeSlice['layer']) => CakeSlice | undefined
}

/** Headroom of every layer through the horizon, or at every site: where and when the plan is narrow, at a glance. */
export function HeadroomGrid({ cake, periods, period, siteId, onPeriod, onSite, by }: Props) {
  const words = useWords()
  const { plan } = usePlan()
  const [chosen, setChosen] = useState<'time' | 'site'>('time')
  const isBySite = (by ?? chosen) === 'site'
  const title = by === 'site' ? words.overview.headroomBySite : words.overview.headroomGrid
  const find = (at: string, site: string | null) => (layer: CakeSlice['layer']) =>
    cake.find((slice) => slice.layer === layer && slice.period === at && slice.siteId === site)
  const places = [{ id: null, name: words.overview.allSites }, ...plan.sites]
  const columns: readonly Column[] = isBySite
    ? places.map(({ id, name }) => ({
        ...{ key: id ?? '', name, isShown: id === siteId, show: () => onSite(id), sliceOf: find(period, id) },
      }))
    : periods.map((own) => ({
        ...{ key: own, name: formatPeriod(own), isShown: own === period, show: () => onPeriod(own) },
        sliceOf: find(own, siteId),
      }))
  const picture = useRef<HTMLTableElement>(null)
  const layers = LAYERS.filter((layer) => layer !== 'agents')
  const table = {
    heads: [`${words.layer}, %`, ...columns.map(({ name }) => name)],
    rows: layers.map((layer): TableCell[] => [
      { shown: words.layers[layer].name, value: words.layers[layer].name },
      ...columns.map(({ sliceOf }): TableCell => {
        const share = sliceOf(layer)?.headroomShare ?? null
        return { shown: formatHeadroom(share), value: share === null ? null : share * 100 }
      }),
    ]),
  }
  const where = places.find(({ id }) => id === siteId)?.name ?? ''
  return (
    <Panel
      title={title}
      note={words.overview.headroomGridNote(isBySite ? formatPeriod(period) : where)}
      tools={
        <>
          {by === undefined && (
            <SegmentedControl
              size="xs"
              aria-label={title}
              data={[
                { value: 'time', label: words.overview.overTime },
                { value: 'site', label: words.overview.bySite },
              ]}
              value={chosen}
              onChange={(value) => setChosen(value === 'site' ? 'site' : 'time')}
            />
          )}
          <PictureMenu {...{ title, picture }}>
            <CopyItem table={table} />
          </PictureMenu>
        </>
      }
    >
      <section className={grid.scroll} tabIndex={0} aria-label={title}>
        <table ref={picture} className={grid.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{words.layer}, %</th>
              {columns.map(({ key, name, isShown, show }) => (
                <th key={key} scope="col" aria-current={isShown}>
                  <button type="button" onClick={show}>
                    {name}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {layers.map((layer) => (
              <tr key={layer}>
                <th scope="row">{words.layers[layer].name}</th>
                {columns.map(({ key, sliceOf }) => (
                  <Cell key={key} slice={sliceOf(layer)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}

function Cell({ slice }: { readonly slice: CakeSlice | undefined }) {
  const words = useWords().overview
  if (!slice || slice.needTokS === 0) return <td>—</td>
  const { headroomShare: share, isBinding } = slice
  if (share === null) return <td title={words.noLimit}>∞</td>
  const state = isBinding ? 'binding' : share < NARROW_SHARE ? 'narrow' : undefined
  return (
    <td data-state={state}>
      <Traced trace={cakeRef('headroom', slice)}>{formatHeadroomNumber(share)}</Traced>
    </td>
  )
}
