import { toRef } from '../../../engine/trace/trace.ts'
import { LAYERS } from '../../../plan/result/cake.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatShare, formatUsd } from '../../format/numbers.ts'
import { wordGap } from '../../format/punctuation.ts'
import { LAYER_HUE, seriesColor } from '../../parts/charts/palette.ts'
import { Panel } from '../../parts/Panel.tsx'
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
  return (
    <Panel
      title={words.overview.tokenCost}
      note={
        <>
          <Traced trace="levelised">{formatUsd(result.summary.levelisedUsdPerMTok)}</Traced>
          {wordGap()}
          {words.overview.perMillion}
        </>
      }
    >
      <div className={styles.costBar} aria-hidden="true" data-keeps-color>
        {parts.map((part) => (
          <div
            key={part.layer}
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
    </Panel>
  )
}
