import type { Formula } from './formula.ts'

const COST = 'M$'

/** Tax, what is written off, and loans; worked out after the solve. */
export const TAX_FORMULAS = {
  'cash-flow': {
    expression: 'F_t = R_t − O_t − K_t + V_t;  Φ_t = Φ_(t−1) + F_t;  P_t = Σ_{i in t} m_i (1 + r)^(−y_i)',
    unit: COST,
    symbols: { R_t: COST, O_t: COST, K_t: COST, V_t: COST, Φ_t: COST, m_i: COST, r: '1/year', y_i: 'years' },
    code: 'engine/results/money/cashFlow.ts',
    audit: null,
    source: 'Every payment at its date, as money changes hands',
  },
  income: {
    expression: 'E_y = Σ_{i in y} m_i',
    unit: COST,
    symbols: { m_i: COST },
    code: 'engine/results/money/afterTax.ts',
    audit: 'engine/audit/money/taxBook.ts',
    source: 'Revenue less running costs; what is sold or left at the horizon counts, deposits do not',
  },
  'loss-used': {
    expression: 'L_y = min(Λ_y, max(0, E_y − A_y − I_y))',
    unit: COST,
    symbols: { Λ_y: COST, E_y: COST, A_y: COST, I_y: COST },
    code: 'engine/results/money/afterTax.ts',
    audit: 'engine/audit/money/taxBook.ts',
    source: 'Losses carried forward without limit of time, where the plan carries them',
  },
  loan: {
    expression: 'B_y = B_(y−1) + d_y + I_y − S_y,  S = CRF B at service,  I = i B',
    unit: COST,
    symbols: { B_y: COST, d_y: COST, I_y: COST, S_y: COST, i: '1/year' },
    code: 'engine/results/money/debt.ts',
    audit: 'engine/audit/money/loans.ts',
    source: 'Annuity loan, one for each thing bought; interest until service is added to it',
  },
  tax: {
    expression: 'X_y = τ max(0, E_y − A_y − I_y − L_y)',
    unit: COST,
    symbols: { τ: '', E_y: COST, A_y: COST, I_y: COST, L_y: COST },
    code: 'engine/results/money/afterTax.ts',
    audit: 'engine/audit/money/taxBook.ts',
    source: 'Corporate income tax with losses carried forward; no other tax',
  },
  depreciation: {
    expression: 'A_y = Σ_a P_a d_a,y,  d = 1 / n, or max(b f / n, b / (n left)) of the book b',
    unit: COST,
    symbols: { P_a: COST, 'd_a,y': '', n: 'years', b: '', f: '' },
    code: 'engine/results/money/depreciation.ts',
    audit: 'engine/audit/money/assets.ts',
    source: 'IRS Publication 946, table A-1 (half-year convention); straight-line by days otherwise',
  },
  'value-after-tax': {
    expression: 'NPV_τ = NPV − Σ_y X_y (1 + r)^(−y_end)',
    unit: COST,
    symbols: { NPV: COST, X_y: COST, r: '1/year', y_end: 'years' },
    code: 'engine/results/money/afterTax.ts',
    audit: 'engine/audit/checks/wholePlan/afterTax.ts',
    source: 'Discounted cash flow, as in Brealey, Myers and Allen, Principles of Corporate Finance',
  },
  'value-of-owners': {
    expression: 'NPV_E = NPV − Σ_y X_y (1 + r)^(−y_end) + Σ_i b_i (1 + r)^(−y_i)',
    unit: COST,
    symbols: { NPV: COST, X_y: COST, r: '1/year', b_i: COST, y_i: 'years' },
    code: 'engine/results/money/afterTax.ts',
    audit: 'engine/audit/checks/wholePlan/afterTax.ts',
    source: 'Flow to equity: payments of the owners alone, at the discount rate of the plan',
  },
  'debt-coverage': {
    expression: 'DSCR_y = (R_y − O_y − X_y) / S_y,  S = CRF B,  CRF = i / (1 − (1 + i)^(−n))',
    unit: '',
    symbols: { R_y: COST, O_y: COST, X_y: COST, S_y: COST, B: COST, i: '1/year', n: 'years' },
    code: 'engine/results/money/afterTax.ts',
    audit: 'engine/audit/money/taxBook.ts',
    source: 'Debt service coverage ratio of project finance; what is owed at the horizon is not in it',
  },
  'letting-margin': {
    expression: 'M_let = Σ_t D_t H_t n_t p (1 + g)^y_t − C_own',
    unit: COST,
    symbols: {
      ...{ D_t: '', H_t: 'h', n_t: 'accelerators', p: '$ per accelerator-hour', g: '1/year', y_t: 'years' },
      C_own: COST,
    },
    code: 'engine/results/money/moneyView.ts',
    audit: null,
    source: 'Definition',
  },
} as const satisfies Record<string, Formula>
