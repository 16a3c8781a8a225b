import { ActionIcon, Button, Menu, TagsInput } from '@mantine/core'
import { IconDots, IconStar, IconStarFilled } from '@tabler/icons-react'
import { useState } from 'react'
import type { PlanCard } from '../../../contract/contract.ts'
import { type TraceRef, toRef } from '../../../engine/trace/trace.ts'
import { formatAmount, formatMoment, formatNumber, formatUsd } from '../../format/numbers.ts'
import { said } from '../../format/punctuation.ts'
import { BranchDialog } from '../../shell/dialogs/BranchDialog.tsx'
import { PromoteDialog } from '../../shell/dialogs/PromoteDialog.tsx'
import { rivalsOf } from '../../state/plan/family.ts'
import { useSession } from '../../state/plan/session.ts'
import { duplicatePlan, exportPlan, setShelf, showPlan } from '../../state/plan/shelf.ts'
import { usePlanName, useShippedText } from '../../words/useShippedText.ts'
import { useWords } from '../../words/useWords.ts'
import { EraseDialog } from './EraseDialog.tsx'
import { stateOf } from './Lineage.tsx'
import styles from './library.module.css'
import { ThumbFigures } from './Thumb.tsx'
import { TracedPlan } from './TracedPlan.tsx'

const MOST_TAGS = 20

interface Props {
  /** As the library keeps it. */
  readonly card: PlanCard
  readonly isOpen: boolean
}

export function Card({ card: kept, isOpen }: Props) {
  const words = useWords().library
  const say = useShippedText()
  const sayName = usePlanName()
  const card = { ...kept, name: sayName(kept.name), description: say(kept.description) }
  return (
    <article className={`${styles.card} ${isOpen ? styles.open : ''}`} aria-label={card.name}>
      <div className={styles.head}>
        <Star card={card} />
        <h2>{card.name}</h2>
        <CardMenu card={card} />
      </div>
      <p title={card.description}>{card.description}</p>
      <div className={styles.body}>
        {card.result?.thumb && <ThumbFigures thumb={card.result.thumb} />}
        <Figures card={card} />
      </div>
      <SolveState card={card} />
      <TagsInput
        size="xs"
        aria-label={said(words.tags, card.name)}
        placeholder={card.tags.length === 0 ? words.addTag : ''}
        value={[...card.tags]}
        maxTags={MOST_TAGS}
        onChange={(tags) => void setShelf({ id: card.id, tags })}
      />
      <div className={styles.foot}>
        <span>{words.updated(formatMoment(card.updatedAt))}</span>
        {!card.isTrashed && (
          <Button size="compact-sm" variant="light" onClick={() => void showPlan(card.id)}>
            {words.open}
          </Button>
        )}
      </div>
    </article>
  )
}

function Star({ card }: { readonly card: PlanCard }) {
  const words = useWords().library
  return (
    <ActionIcon
      size="sm"
      variant="subtle"
      color={card.isStarred ? 'yellow' : 'gray'}
      aria-pressed={card.isStarred}
      aria-label={said(card.isStarred ? words.unstar : words.star, card.name)}
      onClick={() => void setShelf({ id: card.id, isStarred: !card.isStarred })}
    >
      {card.isStarred ? <IconStarFilled size={15} /> : <IconStar size={15} />}
    </ActionIcon>
  )
}

function Figures({ card }: { readonly card: PlanCard }) {
  const words = useWords()
  const { result } = card
  // What a stale result says is of other inputs than the plan has: there is nothing to trace it to.
  const figure = (name: string, value: string, trace: TraceRef, isTraced = result?.isStale === false) => (
    <div>
      <dt>{name}</dt>
      <dd>{isTraced ? <TracedPlan {...{ card, trace }}>{value}</TracedPlan> : value}</dd>
    </div>
  )
  return (
    <dl className={styles.figures}>
      {figure(
        words.library.gridOf(card.siteCount),
        `${formatNumber(card.gridLimitMw)} MW`,
        'grid-limits',
        true,
      )}
      {result && (
        <>
          {figure(
            words.overview.contracted,
            `${formatNumber(result.contractedMwEnd)} MW`,
            toRef('megawatts', 'contractedMw'),
          )}
          {figure(words.overview.tokensADay, formatAmount(result.servedTokensPerDayEnd), 'served-per-day')}
          {figure(
            words.overview.netPresentCost,
            formatUsd(result.netPresentCostMusd * 1e6, 3, true),
            'net-present-cost',
          )}
          {figure(words.library.perMillion, formatUsd(result.levelisedUsdPerMTok), 'levelised')}
          {result.cash &&
            figure(
              words.money.netPresentValue,
              formatUsd(result.cash.netPresentValueMusd * 1e6, 3, true),
              'net-present-value',
            )}
        </>
      )}
    </dl>
  )
}

function SolveState({ card }: { readonly card: PlanCard }) {
  const words = useWords()
  return (
    <span className={card.result?.isStale === false ? styles.good : styles.soft}>{stateOf(card, words)}</span>
  )
}

function CardMenu({ card }: { readonly card: PlanCard }) {
  const words = useWords().library
  const [isBranching, setBranching] = useState(false)
  const [isPromoting, setPromoting] = useState(false)
  const [isErasing, setErasing] = useState(false)
  const set = (change: Omit<Parameters<typeof setShelf>[0], 'id'>) => () =>
    void setShelf({ id: card.id, ...change })
  return (
    <>
      <BranchDialog isOpen={isBranching} planId={card.id} onClose={() => setBranching(false)} />
      <PromoteDialog isOpen={isPromoting} plan={card} onClose={() => setPromoting(false)} />
      <EraseDialog isOpen={isErasing} card={card} onClose={() => setErasing(false)} />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={said(words.more, card.name)}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void duplicatePlan(card, words.copyOf(card.name).slice(0, 200))}>
            {words.duplicate}
          </Menu.Item>
          <Menu.Item onClick={() => setBranching(true)}>{words.branch}</Menu.Item>
          <PromoteItem card={card} onClick={() => setPromoting(true)} />
          <Menu.Item onClick={() => void exportPlan(card.id)}>{words.export}</Menu.Item>
          <Menu.Item onClick={set({ isArchived: !card.isArchived })}>
            {card.isArchived ? words.unarchive : words.archive}
          </Menu.Item>
          <Menu.Item onClick={set({ isTrashed: !card.isTrashed })}>
            {card.isTrashed ? words.restore : words.trash}
          </Menu.Item>
          {card.isTrashed && (
            <Menu.Item color="red" onClick={() => setErasing(true)}>
              {words.erase}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** Where the family has others on the shelf, which is looked up only while the menu is open. */
function PromoteItem({ card, onClick }: { readonly card: PlanCard; readonly onClick: () => void }) {
  const words = useWords().library
  const hasRivals = useSession((state) => rivalsOf(state.cards, card.id).length > 0)
  if (!hasRivals || card.isTrashed) return null
  return <Menu.Item onClick={onClick}>{words.promote}</Menu.Item>
}
