import { ActionIcon, Button, Menu } from '@mantine/core'
import { useState } from 'react'
import type { PlanCard } from '../../../contract/contract.ts'
import { formatAmount, formatNumber, formatShare, formatUsd } from '../../format/numbers.ts'
import { BranchDialog } from '../../shell/BranchDialog.tsx'
import { duplicatePlan, erasePlan, exportPlan, promotePlan, setShelf, showPlan } from '../../state/shelf.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './library.module.css'

export function Card({ card, isOpen }: { readonly card: PlanCard; readonly isOpen: boolean }) {
  const words = useWords().library
  return (
    <article className={`${styles.card} ${isOpen ? styles.open : ''}`} aria-label={card.name}>
      <div className={styles.head}>
        <h2>
          {card.isStarred ? '★ ' : ''}
          {card.name}
        </h2>
        <CardMenu card={card} />
      </div>
      <p>{card.description}</p>
      <Figures card={card} />
      <div className={styles.foot}>
        <span>{words.updated(new Date(card.updatedAt).toLocaleString())}</span>
        {card.tags.map((tag) => (
          <span key={tag}>#{tag}</span>
        ))}
      </div>
      {!card.isTrashed && (
        <Button size="xs" variant="light" onClick={() => void showPlan(card.id)}>
          {words.open}
        </Button>
      )}
    </article>
  )
}

function Figures({ card: { result, siteCount, gridLimitMw } }: { readonly card: PlanCard }) {
  const words = useWords()
  const status = (): string => {
    if (!result) return words.library.unsolved
    return result.isStale ? words.library.stale : words.shell.proven(formatShare(result.gapShare, 2))
  }
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{words.library.sites(siteCount)}</dt>
        <dd>{formatNumber(gridLimitMw)} MW</dd>
      </div>
      {result && (
        <>
          <div>
            <dt>{words.overview.tokensADay}</dt>
            <dd>{formatAmount(result.servedTokensPerDayEnd)}</dd>
          </div>
          <div>
            <dt>{words.overview.netPresentCost}</dt>
            <dd>{formatUsd(result.netPresentCostMusd * 1e6)}</dd>
          </div>
          <div>
            <dt>{words.overview.perMillion}</dt>
            <dd>{formatUsd(result.levelisedUsdPerMTok)}</dd>
          </div>
        </>
      )}
      <div>
        <dt>{words.shell.solve}</dt>
        <dd>{status()}</dd>
      </div>
    </dl>
  )
}

function CardMenu({ card }: { readonly card: PlanCard }) {
  const words = useWords().library
  const [isBranching, setBranching] = useState(false)
  const set = (change: Omit<Parameters<typeof setShelf>[0], 'id'>) => () =>
    void setShelf({ id: card.id, ...change })
  return (
    <>
      <BranchDialog isOpen={isBranching} planId={card.id} onClose={() => setBranching(false)} />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`${words.more}: ${card.name}`}>
            ⋯
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={set({ isStarred: !card.isStarred })}>
            {card.isStarred ? words.unstar : words.star}
          </Menu.Item>
          <Menu.Item onClick={() => void duplicatePlan(card, words.copyOf(card.name).slice(0, 200))}>
            {words.duplicate}
          </Menu.Item>
          <Menu.Item onClick={() => setBranching(true)}>{words.branch}</Menu.Item>
          <Menu.Item onClick={() => void promotePlan(card.id)}>{words.promote}</Menu.Item>
          <Menu.Item onClick={() => void exportPlan(card.id)}>{words.export}</Menu.Item>
          <Menu.Item onClick={set({ isArchived: !card.isArchived })}>
            {card.isArchived ? words.unarchive : words.archive}
          </Menu.Item>
          <Menu.Item onClick={set({ isTrashed: !card.isTrashed })}>
            {card.isTrashed ? words.restore : words.trash}
          </Menu.Item>
          {card.isTrashed && (
            <Menu.Item color="red" onClick={() => void erasePlan(card.id)}>
              {words.erase}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
