import { Menu } from '@mantine/core'
import { IconChevronDown, IconGitBranch } from '@tabler/icons-react'
import { familyOf } from '../../state/plan/family.ts'
import { useSession } from '../../state/plan/session.ts'
import { showPlan } from '../../state/plan/shelf.ts'
import { openDialog } from '../../state/view/dialogs.ts'
import { go } from '../../state/view/route.ts'
import { usePlanName } from '../../words/useShippedText.ts'
import { useWords } from '../../words/useWords.ts'
import styles from '../shell.module.css'

const SHOWN = 8

/** The plan in view; the way to its branches, to other plans, and to a new branch. */
export function PlanSwitcher() {
  const words = useWords().shell
  const say = usePlanName()
  const opened = useSession((state) => state.opened)
  const cards = useSession((state) => state.cards)
  if (!opened) return <span className={styles.name}>Tokenworks</span>
  const { id, name } = opened.plan
  const family = familyOf(cards, id).filter((own) => !own.card.isTrashed)
  const inFamily = new Set(family.map((own) => own.card.id))
  const others = cards.filter((card) => !inFamily.has(card.id) && !card.isTrashed && !card.isArchived)
  const parent = cards.find((card) => card.id === cards.find((own) => own.id === id)?.parentId)
  return (
    <Menu position="bottom-start" width={340}>
      <Menu.Target>
        <button type="button" className={styles.switcher} data-tour="plan" title={words.switchPlan}>
          <span className={styles.name}>{say(name)}</span>
          <span className={styles.branch}>
            <IconGitBranch size={13} aria-hidden="true" />
            {parent ? words.branchOf(say(parent.name)) : words.main}
          </span>
          <IconChevronDown size={14} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.family}</Menu.Label>
        {family.map(({ card, depth }) => (
          <Menu.Item
            key={card.id}
            pl={12 + depth * 16}
            aria-current={card.id === id}
            fw={card.id === id ? 600 : 400}
            onClick={() => void showPlan(card.id)}
          >
            {say(card.name)}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconGitBranch size={15} />} onClick={() => openDialog('branch')}>
          {words.newBranch}
        </Menu.Item>
        {others.length > 0 && <Menu.Label>{words.otherPlans}</Menu.Label>}
        {others.slice(0, SHOWN).map((card) => (
          <Menu.Item key={card.id} onClick={() => void showPlan(card.id)}>
            {say(card.name)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => go('library')}>{words.library}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
