import { useRef } from 'react'
import { toRef } from '../../../engine/trace/trace.ts'
import { LAYERS } from '../../../plan/result/cake.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatShare, formatUsd } from '../../format/numbers.ts'
import { said, wordGap } from '../../format/punctuation.ts'
import { PictureMenu } from '../../parts/charts/PictureMenu.tsx'
import { LAYER_HUE, seriesColor } from '../../parts/charts/palette.ts'
import { Panel } from '../../parts/Panel.tsx'
import { CopyItem } from '../../parts/tables/CopyItem.tsx'
import { Traced } from '../../parts/traced/Traced.tsx'
import { useWords } from '../../words/useWords.ts'
import styles from './overview.module.css'

/** What one million tokens cost, by layer. */
export function TokenCost({ result }: { readonly result: PlanResult }) {
  const words = useWords()
  const total = result.costs.reduce((sum, line) => sum + line.presentMusd, 0)
  const parts = LAYERS.map((layer) => ({
    layer,
    share: result.costs
      .filter((line) => line.layer === layer)
      .reduce((sum, line) => sum + line.presentMusd / total, 0),
  }))
    .filter((part) => Math.abs(part.share) > 5e-4)
    .sort((a, b) => b.share - a.share)
  const picture = useRef<HTMLDivElement>(null)
  const title = words.overview.tokenCost
  const table = {
    heads: [words.layer, words.overview.shareOfCost],
    rows: parts.map(({ layer, share }) => [
      { shown: words.layers[layer].name, value: words.layers[layer].name },
      { shown: formatShare(share, 1), value: share },
    ]),
  }
  return (
    <Panel
      title={title}
      tools={
        <PictureMenu {...{ title, picture }}>
          <CopyItem table={table} />
        </PictureMenu>
      }
      note={
        <>
          <Traced trace="levelised">{formatUsd(result.summary.levelisedUsdPerMTok)}</Traced>
          {wordGap()}
          {words.overview.perMillion}
        </>
      }
    >
      <div ref={picture}>
        <div className={styles.costBar} aria-hidden="true" data-keeps-color>
          {parts.map((part) => (
            <div
              key={part.layer}
              title={said(words.layers[part.layer].name, formatShare(part.share, 1))}
              style={{
                width: `${Math.max(0, part.share) * 100}%`,
                background: seriesColor(LAYER_HUE[part.layer]),
              }}
            />
          ))}
        </div>
        <dl className={styles.legend}>
          {parts.map((part) => (
            <div key={part.layer}>
              <dt>
                <i style={{ background: seriesColor(LAYER_HUE[part.layer]) }} data-keeps-color />{' '}
                {words.layers[part.layer].name}
              </dt>
              <dd>
                <Traced trace={toRef('cost-layer', part.layer)}>{formatShare(part.share, 1)}</Traced>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Panel>
  )
}
