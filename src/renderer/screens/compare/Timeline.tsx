import { useRef } from 'react'
import { toRef } from '../../../engine/trace/trace.ts'
import { formatNumber, formatPeriod } from '../../format/numbers.ts'
import { said } from '../../format/punctuation.ts'
import { PictureMenu } from '../../parts/charts/PictureMenu.tsx'
import { seriesColor } from '../../parts/charts/palette.ts'
import { Panel } from '../../parts/Panel.tsx'
import tables from '../../parts/parts.module.css'
import type { TableCell } from '../../parts/tables/tableCsv.ts'
import { useTableView } from '../../parts/tables/useTableView.tsx'
import { useWords } from '../../words/useWords.ts'
import styles from './compare.module.css'
import type { Compared } from './compared.ts'
import { builtOf, stepPath } from './timeline.ts'
import { useTraceOfCompared } from './useTraceOfCompared.ts'

/** What each site of each plan has built, drawn over the same periods and to one height a site, and said in words. */
export function Timeline({ compared }: { readonly compared: readonly Compared[] }) {
  const words = useWords()
  const sites = new Map(compared.flatMap(({ plan }) => plan.sites.map((site) => [site.id, site.name])))
  const periods = [...new Set(compared.flatMap(({ result }) => result?.periods ?? []))].sort()
  const [from, to] = [periods[0], periods.at(-1)]
  const note = from && to && words.compare.timelineNote(formatPeriod(from), formatPeriod(to))
  const picture = useRef<HTMLTableElement>(null)
  const title = words.compare.timeline
  const ofCompared = useTraceOfCompared()
  const cellOf = (own: Compared, siteId: string, period: string): TableCell => {
    const build = own.result?.builds.find((one) => one.siteId === siteId && one.period === period)
    if (!build) return { shown: '—', value: null }
    const trace = toRef('build', 'builtItMw', siteId, period)
    return {
      ...{ shown: formatNumber(build.builtItMw), value: build.builtItMw, trace },
      of: ofCompared(own) ?? undefined,
    }
  }
  const table = {
    heads: [words.compare.site, words.compare.plan, ...periods.map((own) => `${formatPeriod(own)}, MW IT`)],
    rows: [...sites].flatMap(([siteId, name]) =>
      compared.map((own, index): TableCell[] => [
        { shown: name, value: name },
        { shown: own.name, value: `${index + 1} ${own.name}` },
        ...periods.map((period) => cellOf(own, siteId, period)),
      ]),
    ),
  }
  const { toggle, copyItem, shown } = useTableView(title, table)
  const tools = (
    <>
      {toggle}
      <PictureMenu {...{ title, picture }} hasPicture={shown === null}>
        {copyItem}
      </PictureMenu>
    </>
  )
  if (shown) return <Panel {...{ title, note, tools }}>{shown}</Panel>
  return (
    <Panel {...{ title, note, tools }}>
      <section className={tables.scroll} tabIndex={0} aria-label={title}>
        <table ref={picture} className={tables.table} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{words.compare.site}</th>
              {compared.map(({ key, name }, index) => (
                <th key={key} scope="col" style={{ width: `${86 / compared.length}%` }}>
                  {index + 1} {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...sites].map(([siteId, name]) => (
              <SiteRow key={siteId} {...{ siteId, name, compared, periods }} />
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}

interface RowProps {
  readonly siteId: string
  readonly name: string
  readonly compared: readonly Compared[]
  readonly periods: readonly string[]
}

function SiteRow({ siteId, name, compared, periods }: RowProps) {
  const words = useWords().compare
  const built = compared.map(({ result }) => result && builtOf(result, siteId, periods))
  const mostMw = Math.max(0, ...built.flatMap((own) => own ?? []))
  const say = ({ result }: Compared): string => {
    if (!result) return words.unsolved
    const own = result.builds.filter((build) => build.siteId === siteId)
    const first = own.find((build) => build.usedItMw > 1e-6)
    if (!first) return words.notBuilt
    return words.firstLoad(formatPeriod(first.period), formatNumber(own.at(-1)?.builtItMw ?? 0))
  }
  return (
    <tr>
      <td>{name}</td>
      {compared.map((own, index) => (
        <td key={own.key}>
          {say(own)}
          {built[index]?.some((mw) => mw > 0) && (
            <svg
              className={styles.steps}
              viewBox={`0 0 ${periods.length} 1`}
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <path d={stepPath(built[index], mostMw)} fill={seriesColor(index)} />
              {periods.map((period, t) => (
                <rect key={period} x={t} width={1} height={1} fill="none" pointerEvents="all">
                  <title>{said(formatPeriod(period), `${formatNumber(built[index]?.[t])} MW IT`)}</title>
                </rect>
              ))}
            </svg>
          )}
        </td>
      ))}
    </tr>
  )
}
