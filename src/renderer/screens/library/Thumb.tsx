import { rem } from '@mantine/core'
import type { PlanCard } from '../../../contract/contract.ts'
import { LAYERS } from '../../../plan/result/cake.ts'
import { formatHeadroom, formatNumber } from '../../format/numbers.ts'
import { listed, said } from '../../format/punctuation.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './library.module.css'

type Thumb = NonNullable<NonNullable<PlanCard['result']>['thumb']>

const CAKE_PX = { width: 92, row: 8, gap: 2 } as const
const SPARK_PX = { width: 150, height: 54 } as const
/** Beyond this many times the need a layer's capacity is cut, as in the cake itself. */
const WIDEST = 2.4

/** A result at a glance: the cake of its last period, and IT built above IT needed through the horizon. */
export function ThumbFigures({ thumb }: { readonly thumb: Thumb }) {
  return (
    <div className={styles.thumb}>
      <SmallCake thumb={thumb} />
      <Spark thumb={thumb} />
    </div>
  )
}

function SmallCake({ thumb }: { readonly thumb: Thumb }) {
  const words = useWords()
  const need = Math.max(...thumb.cake.map((slice) => slice.needTokS), 1e-9)
  const px = (tokS: number): number => Math.min(1, tokS / (WIDEST * need)) * CAKE_PX.width
  const step = CAKE_PX.row + CAKE_PX.gap
  const headrooms = thumb.cake
    .filter((slice) => slice.layer !== 'agents')
    .map((slice) => `${words.layers[slice.layer].name} ${formatHeadroom(slice.headroomShare)}`)
  return (
    <svg
      role="img"
      aria-label={said(words.overview.cake, listed(headrooms))}
      viewBox={`0 0 ${CAKE_PX.width} ${LAYERS.length * step}`}
      style={{ width: rem(CAKE_PX.width), height: rem(LAYERS.length * step) }}
    >
      {thumb.cake.map((slice, index) => (
        <g key={slice.layer} transform={`translate(0 ${index * step})`}>
          <rect
            className={slice.isBinding ? styles.capacityBinding : styles.capacity}
            width={px(Math.max(slice.capacityTokS ?? WIDEST * need, slice.needTokS))}
            height={CAKE_PX.row}
          />
          <rect
            className={slice.isBinding ? styles.needBinding : styles.need}
            y={2}
            width={px(slice.needTokS)}
            height={CAKE_PX.row - 4}
          />
        </g>
      ))}
    </svg>
  )
}

function Spark({ thumb: { builtItMw, usedItMw } }: { readonly thumb: Thumb }) {
  const words = useWords().overview
  const most = Math.max(...builtItMw, ...usedItMw, 1e-9)
  const { width, height } = SPARK_PX
  const x = (index: number): number => (index / Math.max(1, builtItMw.length - 1)) * width
  const y = (mw: number): number => height - 2 - (mw / most) * (height - 6)
  const steps = (values: readonly number[]): string =>
    values
      .map((mw, index) => `${index === 0 ? 'M' : `H${x(index)}V`}${index === 0 ? `0 ${y(mw)}` : y(mw)}`)
      .join('')
  return (
    <svg
      role="img"
      aria-label={said(
        words.itPower,
        listed([
          `${words.built} ${formatNumber(builtItMw.at(-1))} MW`,
          `${words.needed} ${formatNumber(usedItMw.at(-1))} MW`,
        ]),
      )}
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: rem(width), height: rem(height) }}
    >
      <path className={styles.sparkBuilt} d={steps(builtItMw)} />
      <path className={styles.sparkUsed} d={steps(usedItMw)} />
    </svg>
  )
}
