import type { BudgetUse } from '../../../engine/results/money/budgetUse.ts'
import { budgetRef } from '../../../engine/trace/money/budgetTraces.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Traced } from '../../parts/traced/Traced.tsx'
import { useBudgetWords } from '../../parts/useBudgetWords.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useBudgetUses } from '../../state/work/useBudgetUses.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './overview.module.css'

/** Each budget of the plan where least of it is left; nothing where it has none. */
export function BudgetsUsed({ result }: { readonly result: PlanResult }) {
  const { budget } = usePlan().plan
  const isLimited = Object.values(budget).some((own) => !Array.isArray(own) || own.length > 0)
  return isLimited && <Tightest result={result} />
}

function Tightest({ result }: { readonly result: PlanResult }) {
  const words = useWords()
  const said = useBudgetWords()
  const limited = useBudgetUses(result).filter(({ limit }) => limit !== null)
  const tightest = [...Map.groupBy(limited, ({ name }) => name).values()].map((own) =>
    own.reduce((least, use) => (shareOf(use) > shareOf(least) ? use : least)),
  )
  return (
    <Panel title={words.money.budgets.title}>
      <ul className={styles.binds}>
        {tightest.map((use) => (
          <li key={use.name}>
            <strong>{said.name(use)}</strong>
            <div>
              {said.span(use)} ·{' '}
              <Traced trace={budgetRef('used', use)}>
                {words.money.budgets.usedOf(said.amount(use, use.used), said.amount(use, use.limit!))}
              </Traced>
            </div>
            {use.worthUsdPerUnit !== null && (
              <div>
                <Traced trace={budgetRef('worth', use)}>{words.money.budgets.saves(said.worth(use))}</Traced>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Of the budget that is used; a budget of nothing is used up. */
function shareOf({ used, limit }: BudgetUse): number {
  return limit ? used / limit : 1
}
