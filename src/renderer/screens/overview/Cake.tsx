import { rem } from '@mantine/core'
import type { RefObject } from 'react'
import { cakeRef } from '../../../engine/trace/wholePlan/cakeTraces.ts'
import { type CakeSlice, LAYERS } from '../../../plan/result/cake.ts'
import { formatHeadroom, formatIn, formatShare, formatTokS, formatUsd } from '../../format/numbers.ts'
import { Traced } from '../../parts/traced/Traced.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { go } from '../../state/view/route.ts'
import { useFigureUnit, useUnitName, useWords } from '../../words/useWords.ts'
import styles from './overview.module.css'

/** What the figure beside the longest bar needs. */
const FIGURE_PX = 92
/** Capacities far above the need would press all bars flat; beyond this many times the need they are cut. */
const WIDEST = 2.4

interface Props {
  /** Those of one quarter: of all sites together, and of each. */
  readonly slices: readonly CakeSlice[]
  readonly siteId: string | null
  /** For what saves its picture. */
  readonly picture: RefObject<HTMLTableElement | null>
}

/** Seven layers in one unit: capacity, need, headroom and what widening is worth; the binding one stands out. */
export function Cake({ slices: all, siteId, picture }: Props) {
  const words = useWords()
  const slices = all.filter((slice) => slice.siteId === siteId)
  const need = Math.max(...slices.map((slice) => slice.needTokS), 1e-9)
  const widest = Math.min(WIDEST * need, Math.max(need, ...slices.map((slice) => slice.capacityTokS ?? 0)))
  return (
    <div className={styles.cakeScroll}>
      <table ref={picture} className={styles.cake} aria-label={words.overview.cake}>
        <thead>
          <tr>
            <th scope="col">{words.layer}</th>
            <th scope="col">{words.overview.inUse}</th>
            <th scope="col">{words.overview.capacityNeed}</th>
            <th scope="col" className={styles.right}>
              {words.overview.headroom}
            </th>
            <th scope="col">{words.overview.worth}</th>
          </tr>
        </thead>
        <tbody>
          {LAYERS.map((layer, index) => {
            const slice = slices.find((own) => own.layer === layer)
            const dearest = dearestSite(all, layer)
            const tightest = siteId === null && slice ? tightestAt(all, slice) : undefined
            const row = { slice: slice!, widest, dearest, tightest }
            return slice && <Row key={layer} number={LAYERS.length - index} {...row} />
          })}
        </tbody>
      </table>
    </div>
  )
}

/** The site at which one more unit of a layer is worth most. */
function dearestSite(slices: readonly CakeSlice[], layer: CakeSlice['layer']): string | null {
  const own = slices.filter((slice) => slice.layer === layer && slice.siteId !== null)
  const worth = (slice: CakeSlice): number => slice.worthUsdPerUnit ?? 0
  return own.toSorted((a, b) => worth(b) - worth(a))[0]?.siteId ?? null
}

/** The site with the least headroom of a layer; undefined: no site has less than all together. */
function tightestAt(
  slices: readonly CakeSlice[],
  { layer, headroomShare }: CakeSlice,
): CakeSlice | undefined {
  const own = slices.filter(
    (slice) =>
      slice.layer === layer &&
      slice.siteId !== null &&
      slice.headroomShare !== null &&
      slice.headroomShare < (headroomShare ?? 0),
  )
  return own.toSorted((a, b) => a.headroomShare! - b.headroomShare!)[0]
}

interface RowProps {
  readonly slice: CakeSlice
  readonly number: number
  readonly widest: number
  readonly dearest: string | null
  /** Over all sites: the one with the least headroom. */
  readonly tightest: CakeSlice | undefined
}

function Row({ slice, number, widest, dearest, tightest }: RowProps) {
  const { plan } = usePlan()
  const site = slice.siteId === null ? plan.sites.find((own) => own.id === dearest)?.name : undefined
  const words = useWords()
  const nameOfUnit = useUnitName()
  const figureUnit = useFigureUnit()
  const { name, what } = words.layers[slice.layer]
  const isNeed = slice.layer === 'agents'
  const capacity = isNeed ? slice.needTokS : slice.capacityTokS
  const most = Math.max(capacity ?? 0, slice.needTokS)
  const ofTrack = (tokS: number): string => `${(100 * Math.min(tokS, widest)) / Math.min(most, widest)}%`
  return (
    <tr className={slice.isBinding ? styles.binding : ''} aria-current={slice.isBinding}>
      <td>
        <button type="button" className={styles.layer} onClick={() => go(slice.layer)}>
          <i>{number}</i>
          <span>
            <strong>{name}</strong>
            <small>{what}</small>
          </span>
        </button>
      </td>
      <td className={styles.native}>
        <Traced trace={cakeRef('used', slice)}>{native(slice, words, nameOfUnit, figureUnit)}</Traced>
      </td>
      <td>
        <div className={styles.bar}>
          <div
            className={`${styles.track} ${most > widest ? styles.cut : ''}`}
            data-keeps-color
            style={{ width: `calc(${Math.min(1, most / widest)} * (100% - ${rem(FIGURE_PX)}))` }}
          >
            {capacity !== null && <b style={{ width: ofTrack(capacity) }} />}
            <i style={{ width: ofTrack(slice.needTokS) }} />
          </div>
          <span>
            {capacity === null ? (
              words.overview.noLimit
            ) : (
              <Traced trace={cakeRef(isNeed ? 'need' : 'capacity', slice)}>{formatTokS(capacity)}</Traced>
            )}
          </span>
        </div>
      </td>
      <td className={styles.right}>
        {isNeed || slice.headroomShare === null ? (
          '—'
        ) : (
          <Traced trace={cakeRef('headroom', slice)}>{formatHeadroom(slice.headroomShare)}</Traced>
        )}
        {tightest && !isNeed && (
          <small>
            {plan.sites.find((own) => own.id === tightest.siteId)?.name}{' '}
            {formatHeadroom(tightest.headroomShare)}
          </small>
        )}
      </td>
      <td className={styles.worth}>
        <Traced trace={(slice.worthUsdPerUnit ?? 0) < 1 ? undefined : cakeRef('worth', slice)}>
          {worth(slice, words, site)}
        </Traced>
      </td>
    </tr>
  )
}

type Words = ReturnType<typeof useWords>

/** Shown as tokens per second everywhere, with the step that suits them. */
const MTOK_S = 'Mtok/s'

function native(
  { native: own, layer, memoryShare }: CakeSlice,
  words: Words,
  nameOfUnit: (unit: string) => string,
  figureUnit: (unit: string) => string,
): string {
  if (layer === 'agents') return formatTokS(own.used * 1e6)
  if (memoryShare !== null && memoryShare < 1) return words.overview.batches(formatShare(memoryShare))
  if (own.limit === null && own.unit.startsWith(MTOK_S))
    return formatTokS(own.used * 1e6) + nameOfUnit(own.unit).replace(MTOK_S, '')
  if (own.limit === null) return `${formatIn(own.unit, own.used)} ${figureUnit(own.unit)}`
  return words.overview.ofLimit(
    formatIn(own.unit, own.used),
    formatIn(own.unit, own.limit),
    figureUnit(own.unit),
  )
}

function worth(slice: CakeSlice, words: Words, site: string | undefined): string {
  if (slice.layer === 'agents') return words.overview.theNeed
  if (slice.worthUsdPerUnit === null || slice.worthUsdPerUnit < 1) return '—'
  const where = site === undefined ? '' : words.overview.at(site)
  return words.overview.oneMore(words.layers[slice.layer].step, where, formatUsd(slice.worthUsdPerUnit))
}
