import { Switch } from '@mantine/core'
import type { Plan } from '../../../plan/schema/plan.ts'
import { newId } from '../../grid/newId.ts'
import { editPlan } from '../../state/plan/edits.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { List } from '../layers/Inputs.tsx'
import { MOVE_FIELDS } from './marketFields.ts'

/** How the prices of both sides may move, and whether the plan reckons with it. */
export function MarketMoves() {
  const words = useWords().market
  const { plan } = usePlan()
  const { applies } = plan.distribution.market
  const create = (draft: Plan) => ({
    ...{ id: newId(draft.distribution.market.moves, 'move'), name: words.newMove, side: 'buy' as const },
    ...{ goods: 'all' as const, from: draft.horizon.start, stepShare: 0, changePerYear: 0 },
  })
  return (
    <List
      title="Moves of the market"
      note={words.movesNote}
      list={['distribution', 'market', 'moves']}
      fields={MOVE_FIELDS}
      create={create}
      tools={
        <Switch
          size="xs"
          label={words.apply}
          checked={applies}
          onChange={({ currentTarget: { checked } }) =>
            void editPlan(words.appliesChanged(checked), (draft) => {
              draft.distribution.market.applies = checked
            })
          }
        />
      }
    />
  )
}
