import type { BudgetUse } from '../../../engine/results/money/budgetUse.ts'
import { budgetRef } from '../../../engine/trace/money/budgetTraces.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import type { DataColumn } from '../../parts/tables/dataColumn.ts'
import { useBudgetWords } from '../../parts/useBudgetWords.ts'
import { useBudgetUses } from '../../state/work/useBudgetUses.ts'
import { useWords } from '../../words/useWords.ts'

/** What the plan spends, emits and takes of its budgets, year by year; use of those without a limit too. */
export function Budgets({ result }: { readonly result: PlanResult }) {
  const words = useWords()
  const said = useBudgetWords()
  const uses = useBudgetUses(result)
  if (uses.length === 0) return null
  const own = words.money.budgets
  const columns: DataColumn<BudgetUse>[] = [
    { head: own.budget, read: said.name },
    { head: words.money.period, read: said.span },
    {
      ...{ head: own.used, isNumber: true, read: (use) => said.amount(use, use.used) },
      // Of nothing there is nothing to say.
      trace: (use) => (use.used === 0 ? undefined : budgetRef('used', use)),
    },
    {
      ...{ head: own.limit, isNumber: true },
      read: (use) => (use.limit === null ? words.overview.noLimit : said.amount(use, use.limit)),
      trace: (use) => (use.limit === null ? undefined : budgetRef('limit', use)),
    },
    {
      ...{ head: own.left, isNumber: true },
      read: (use) => (use.left === null ? '—' : said.amount(use, Math.max(0, use.left))),
      trace: (use) => (use.left === null ? undefined : budgetRef('left', use)),
    },
    {
      ...{ head: own.worth, isNumber: true, read: said.worth },
      trace: (use) => (use.worthUsdPerUnit === null ? undefined : budgetRef('worth', use)),
    },
  ]
  return (
    <Panel title={own.title} note={own.note}>
      <DataTable label={own.title} items={uses} {...{ columns }} />
    </Panel>
  )
}
