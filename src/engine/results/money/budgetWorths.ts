import { BudgetName } from '../../../plan/result/money.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { USD_PER_MUSD } from '../../../plan/units.ts'
import { listLimits } from '../../why/limits/listLimits.ts'
import type { Reader } from '../reader.ts'

/** Units of a budget's use in one unit of its row. */
const PER_ROW: Readonly<Record<BudgetName, number>> = {
  capex: 1,
  'capex-year': 1,
  'carbon-total': 1e3,
  'carbon-budget': 1e3,
  'water-budget': 1e3,
  'unserved-total': 1e6,
  'leased-total': 1e6,
  'away-from-edge-total': 1e6,
}

/** What one more unit of each budget would save, from the duals with phases as built: for a small step. */
export function budgetWorths({ formulation, solved }: Reader): PlanResult['budgetWorths'] {
  return listLimits(formulation).flatMap(({ family, period, rowsUp: [row] }) => {
    const name = BudgetName.options.find((own) => own === family)
    const dual = row ? Math.max(0, -solved.rowDuals[row.index]!) : 0
    return name && dual > 0 ? [{ name, period, usdPerUnit: (dual * USD_PER_MUSD) / PER_ROW[name] }] : []
  })
}
