import type { PlanCard } from '../../../contract/contract.ts'
import { formatMoment, formatNumber, formatShare, formatUsd } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import tables from '../../parts/parts.module.css'
import { listKin } from '../../state/plan/family.ts'
import { showPlan } from '../../state/plan/shelf.ts'
import { usePlanName } from '../../words/useShippedText.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './library.module.css'

interface Props {
  readonly cards: readonly PlanCard[]
  readonly openedId: string | undefined
}

/** Every plan below the plan that it came from. */
export function Lineage({ cards, openedId }: Props) {
  const words = useWords()
  const say = usePlanName()
  return (
    <Panel title={words.library.lineage}>
      <section className={tables.scroll} tabIndex={0} aria-label={words.library.lineage}>
        <table className={tables.table} aria-label={words.library.lineage}>
          <thead>
            <tr>
              <th scope="col">{words.library.plan}</th>
              <th scope="col">{words.library.state}</th>
              <th scope="col" className={tables.number}>
                {words.buildOut.builtIt}
              </th>
              <th scope="col" className={tables.number}>
                {words.overview.netPresentCost}
              </th>
              <th scope="col">{words.library.edited}</th>
            </tr>
          </thead>
          <tbody>
            {listKin(cards).map(({ card, depth }) => (
              <tr key={card.id} aria-current={card.id === openedId}>
                <td style={{ paddingLeft: 10 + depth * 22 }}>
                  {depth > 0 && <span aria-hidden="true">└ </span>}
                  <button type="button" className={styles.kin} onClick={() => void showPlan(card.id)}>
                    {say(card.name)}
                  </button>
                  {card.isArchived && <small> {words.library.archived}</small>}
                </td>
                <td>{stateOf(card, words)}</td>
                <td className={tables.number}>{formatNumber(card.result?.builtItMwEnd)}</td>
                <td className={tables.number}>
                  {formatUsd(card.result && card.result.netPresentCostMusd * 1e6, 3, true)}
                </td>
                <td>{formatMoment(card.updatedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}

/** How the newest result of a plan stands. */
export function stateOf({ result }: PlanCard, words: ReturnType<typeof useWords>): string {
  if (!result) return words.library.unsolved
  return result.isStale ? words.library.stale : words.shell.proven(formatShare(result.gapShare, 2))
}
