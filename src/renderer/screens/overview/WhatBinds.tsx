import { cakeRef } from '../../../engine/trace/wholePlan/cakeTraces.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatIn, formatPeriod, formatShare, formatUsd } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Traced } from '../../parts/traced/Traced.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { go } from '../../state/view/route.ts'
import { useFigureUnit, useWords } from '../../words/useWords.ts'
import styles from './overview.module.css'

type Binding = PlanResult['binding'][number]

const SHOWN = 5

interface Props {
  readonly result: PlanResult
  /** Does the screen price whole steps itself? Elsewhere a line leads to where that is done. */
  readonly isOnWhy?: boolean
}

/** Which layer stands in the way where and when, dearest first. */
export function WhatBinds({ result, isOnWhy = false }: Props) {
  const words = useWords()
  return (
    <Panel tour="binds" title={words.overview.whatBinds}>
      {result.solver.status !== 'within-gap' && (
        <p className={styles.soft}>{words.overview.bindsUnproven(formatShare(result.solver.gapShare, 2))}</p>
      )}
      {result.binding.length === 0 && <p className={styles.soft}>{words.overview.nothingBinds}</p>}
      <ul className={styles.binds}>
        {result.binding.slice(0, SHOWN).map((item) => (
          <Item key={`${item.layer} ${item.siteId} ${item.from}`} {...{ item, result }} />
        ))}
      </ul>
      {!isOnWhy && result.binding.some(({ worthMusd }) => worthMusd > 0) && (
        <p className={styles.soft}>
          <button type="button" className="linkButton" style={{ padding: 0 }} onClick={() => go('why')}>
            {words.overview.wholeSteps}
          </button>
        </p>
      )}
      {result.binding.length > SHOWN && (
        <p className={styles.soft}>{words.overview.moreBinds(result.binding.length - SHOWN)}</p>
      )}
    </Panel>
  )
}

function Item({ item, result }: Pick<Props, 'result'> & { readonly item: Binding }) {
  const words = useWords()
  const nameOfUnit = useFigureUnit()
  const { plan } = usePlan()
  const site = plan.sites.find((own) => own.id === item.siteId)?.name ?? words.overview.allSites
  const slice = result.cake.find(
    (slice) => slice.layer === item.layer && slice.siteId === item.siteId && slice.period === item.to,
  )
  const native = slice?.native
  return (
    <li>
      <strong>{words.overview.layerAt(words.layers[item.layer].name, site)}</strong>
      <div>
        {item.from === item.to
          ? formatPeriod(item.from)
          : words.overview.span(formatPeriod(item.from), formatPeriod(item.to))}
        {native && native.limit !== null && item.layer !== 'models' && (
          <>
            {' '}
            <span className={styles.whole}>
              ·{' '}
              <Traced trace={slice && cakeRef('used', slice)}>
                {words.overview.ofLimit(
                  formatIn(native.unit, native.used),
                  formatIn(native.unit, native.limit),
                  nameOfUnit(native.unit),
                )}
              </Traced>
            </span>
          </>
        )}
      </div>
      {item.worthMusd > 0 && (
        <div>
          <Traced trace={slice && slice.worthUsdPerUnit !== null ? cakeRef('worth', slice) : undefined}>
            {words.overview.saves(words.layers[item.layer].step, formatUsd(item.worthMusd * 1e6))}
          </Traced>
        </div>
      )}
    </li>
  )
}
