import { Select } from '@mantine/core'
import { useRef, useState } from 'react'
import { type VariantField, variantRef } from '../../../engine/trace/decisions/sweepTraces.ts'
import { FAMILIES, type Family, type Grid, systemOf } from '../../../engine/vary/grid.ts'
import type { Metrics, SweepRow } from '../../../engine/vary/task.ts'
import type { SweepSpec } from '../../../plan/cases/sweepSpec.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { formatNumber, formatShare, formatUsd } from '../../format/numbers.ts'
import { listed } from '../../format/punctuation.ts'
import { PictureMenu } from '../../parts/charts/PictureMenu.tsx'
import { seriesColor } from '../../parts/charts/palette.ts'
import { Panel } from '../../parts/Panel.tsx'
import type { TableCell } from '../../parts/tables/tableCsv.ts'
import { useTableView } from '../../parts/tables/useTableView.tsx'
import { Traced } from '../../parts/traced/Traced.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { usePathName } from '../../words/usePathName.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './grid.module.css'

type GridSpec = Extract<SweepSpec, { kind: 'grid' }>

/** What a heat map can show, as it is read and written. */
const FIGURES = {
  objectiveMusd: { word: 'cost', read: (own) => own.objectiveMusd, write: (v) => formatUsd(v * 1e6) },
  levelisedUsdPerMTok: { word: 'levelised', read: (own) => own.levelisedUsdPerMTok, write: formatUsd },
  unservedShare: { word: 'unserved', read: (own) => own.unservedShare, write: (v) => formatShare(v, 2) },
  carbon: { word: 'carbon', read: (own) => own.measures.carbon, write: (v) => `${formatNumber(v)} t` },
  builtItMwEnd: { word: 'built', read: (own) => own.builtItMwEnd, write: (v) => `${formatNumber(v)} MW` },
} as const satisfies Partial<
  Record<
    VariantField,
    {
      readonly word: 'cost' | 'levelised' | 'unserved' | 'carbon' | 'built'
      readonly read: (metrics: Metrics) => number
      readonly write: (value: number) => string
    }
  >
>
type Figure = keyof typeof FIGURES
const FIGURE_NAMES = Object.keys(FIGURES) as Figure[]
/** Of the hue in the fullest cell: text stays legible on it in both themes. */
const DEEPEST_PERCENT = 45

/** One figure of every pair of two inputs, deeper where it is higher. */
export function HeatMap({ grid, spec }: { readonly grid: Grid; readonly spec: GridSpec }) {
  const words = useWords().vary
  const [figure, setFigure] = useState<Figure>('objectiveMusd')
  const { read, write } = FIGURES[figure]
  const values = grid.cells.flat().flatMap((row) => (row?.metrics ? [read(row.metrics)] : []))
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const shade = (value: number): string => {
    const share = most > least ? (value - least) / (most - least) : 0
    return `color-mix(in srgb, ${seriesColor(0)} ${Math.round(share * DEEPEST_PERCENT)}%, transparent)`
  }
  return (
    <GridPanel
      {...{ title: words.heatMap, grid, spec }}
      choice={
        <Select
          size="xs"
          w={190}
          aria-label={words.figure}
          data={FIGURE_NAMES.map((value) => ({ value, label: words[FIGURES[value].word] }))}
          value={figure}
          allowDeselect={false}
          onChange={(own) => setFigure(FIGURE_NAMES.find((one) => one === own) ?? 'objectiveMusd')}
        />
      }
      textOf={({ metrics }) => (metrics ? write(read(metrics)) : words.noPlan)}
      traceOf={({ id, metrics }) => (metrics ? variantRef(id, figure) : undefined)}
      shadeOf={({ metrics }) => (metrics ? shade(read(metrics)) : undefined)}
    />
  )
}

/** Which system is best for every pair of two inputs: a letter for each set of decisions that are in use. */
export function SystemMap({ grid, spec }: { readonly grid: Grid; readonly spec: GridSpec }) {
  const words = useWords().vary
  const { plan } = usePlan()
  const [family, setFamily] = useState<Family>('sites')
  const nameIn = (row: SweepRow): string =>
    row.metrics ? systemName(plan, systemOf(row.metrics, family)) || words.nothing : words.noPlan
  const systems = [...new Set(grid.cells.flat().flatMap((row) => (row ? [nameIn(row)] : [])))]
  const letter = (row: SweepRow): string => letterOf(systems.indexOf(nameIn(row)))
  return (
    <GridPanel
      {...{ title: words.systemMap, grid, spec }}
      choice={
        <Select
          size="xs"
          w={190}
          aria-label={words.family}
          data={FAMILIES.map((value) => ({ value, label: words.families[value] }))}
          value={family}
          allowDeselect={false}
          onChange={(own) => setFamily(FAMILIES.find((one) => one === own) ?? 'sites')}
        />
      }
      textOf={letter}
      titleOf={nameIn}
      shadeOf={(row) =>
        `color-mix(in srgb, ${seriesColor(systems.indexOf(nameIn(row)))} ${DEEPEST_PERCENT}%, transparent)`
      }
    >
      <dl className={styles.legend}>
        {systems.map((name, index) => (
          <div key={name}>
            <dt>{letterOf(index)}</dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </GridPanel>
  )
}

interface GridProps {
  readonly title: string
  readonly grid: Grid
  readonly spec: GridSpec
  readonly choice: React.ReactNode
  readonly textOf: (row: SweepRow) => string
  readonly titleOf?: (row: SweepRow) => string
  readonly traceOf?: (row: SweepRow) => string | undefined
  readonly shadeOf: (row: SweepRow) => string | undefined
  readonly children?: React.ReactNode
}

function GridPanel({ title, grid, spec, choice, textOf, titleOf, traceOf, shadeOf, children }: GridProps) {
  const nameOf = usePathName()
  const said = (as: 'times' | 'value', amount: number): string =>
    as === 'times' ? `${formatNumber(amount * 100)} %` : formatNumber(amount, 4)
  const heads = grid.across.map((amount) => said(spec.across.as, amount))
  const corner = `${nameOf(spec.down.path)} ↓, ${nameOf(spec.across.path)} →`
  const cell = (shown: string): TableCell => ({ shown, value: shown })
  const rows = grid.cells.map((line, place) => [
    cell(said(spec.down.as, grid.down[place]!)),
    ...line.map((row) => cell(row ? (titleOf ?? textOf)(row) : '—')),
  ])
  const picture = useRef<HTMLDivElement>(null)
  const { copyItem } = useTableView(title, { heads: [corner, ...heads], rows })
  return (
    <Panel
      title={title}
      tools={
        <>
          {choice}
          <PictureMenu title={title} picture={picture}>
            {copyItem}
          </PictureMenu>
        </>
      }
    >
      <div ref={picture}>
        <section className={styles.scroll} tabIndex={0} aria-label={title}>
          <table className={styles.table} aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{corner}</th>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {grid.cells.map((line, place) => (
                <tr key={place}>
                  <th scope="row">{said(spec.down.as, grid.down[place]!)}</th>
                  {line.map((row, column) =>
                    row ? (
                      <td
                        key={column}
                        title={titleOf?.(row)}
                        style={{ background: shadeOf(row) }}
                        data-keeps-color
                      >
                        <Traced trace={traceOf?.(row)}>{textOf(row)}</Traced>
                      </td>
                    ) : (
                      <td key={column}>—</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {children}
      </div>
    </Panel>
  )
}

const letterOf = (index: number): string => String.fromCharCode(65 + (index % 26))

/** Decisions by their names in the plan: `site:ash` as Ashburn. */
function systemName({ sites, distribution }: Plan, keys: readonly string[]): string {
  const named = [
    ...sites.map(({ id, name }) => [`site:${id}`, name] as const),
    ...distribution.leases.map(({ id, name }) => [`lease:${id}`, name] as const),
  ]
  const names = new Map<string, string>(named)
  return listed(keys.map((key) => names.get(key) ?? key.slice(key.indexOf(':') + 1)))
}
