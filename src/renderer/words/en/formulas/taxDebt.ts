import type { TAX_FORMULAS } from '../../../../plan/formulas/taxDebt.ts'
import type { FormulaWords } from '../../formulaWords.ts'

const X_y = 'tax of a year of the plan'
const NPV = 'net present value before tax'
const r = 'discount rate'
const y_end = 'years from the start of the horizon to the end of the year'

export const taxDebt: Pick<FormulaWords, keyof typeof TAX_FORMULAS> = {
  'cash-flow': {
    title: 'Cash flow of a period',
    what: 'What is received less what is paid, as money changes hands: revenue, running costs, investment when it is ordered and paid, and what is sold or left. Net to date is the running sum. The present value takes every payment back from its own date.',
    symbols: {
      R_t: 'revenue',
      O_t: 'running costs',
      K_t: 'investment',
      V_t: 'what is sold or left',
      Φ_t: 'net to date',
      m_i: 'a payment',
      r,
      y_i: 'years from the start of the horizon to the payment',
    },
  },
  income: {
    title: 'Income before tax',
    what: 'Revenue less running costs of a year, with what is sold, or left when the horizon ends. Deposits are no income; annuities are deducted as they are paid.',
    symbols: { m_i: 'payments of the year' },
  },
  'loss-used': {
    title: 'Losses of earlier years that are used',
    what: 'What earlier years lost and did not use lowers the income that is taxed, down to nothing.',
    symbols: {
      Λ_y: 'losses not used yet',
      E_y: 'income',
      A_y: 'what is written off',
      I_y: 'interest',
    },
  },
  loan: {
    title: 'Loans of a year',
    what: 'A loan for each thing bought: drawn when it is paid, interest until service is added to it, then equal payments once a year; what is owed when the horizon ends is paid then.',
    symbols: {
      B_y: 'owed when the year ends',
      d_y: 'drawn',
      I_y: 'interest',
      S_y: 'interest and repayment',
      i: 'interest a year',
    },
  },
  tax: {
    title: 'Tax of a year',
    what: 'Income less what is written off, less interest and the losses of earlier years, at the tax rate; due when the year ends. What is sold or left at the horizon is income, and the rest of its price is written off with it. Deposits are neither; annuities are deducted as they are paid. Off while the tax rate is 0.',
    symbols: {
      τ: 'tax rate',
      E_y: 'revenue less running costs, with what is sold or left',
      A_y: 'what is written off',
      I_y: 'interest, also what accrues before service',
      L_y: 'losses of earlier years that are used',
    },
  },
  depreciation: {
    title: 'Written off (depreciation)',
    what: 'The price of servers, rooms and power plant spread over the life of their class: in equal parts from the day of service, or by declining balance as MACRS has it (200 % up to 10 years, 150 % beyond, half a year in the first; lives over 27 years in equal parts).',
    symbols: {
      P_a: 'price of what is bought',
      'd_a,y': 'share written off in the year',
      n: 'life of its class',
      b: 'share not written off yet',
      f: '2 for lives up to 10 years, 1.5 beyond',
    },
  },
  'value-after-tax': {
    title: 'Net present value after tax',
    what: 'The value before tax less every year’s tax, as if all were paid of the owners’ own money.',
    symbols: { NPV, X_y, r, y_end },
  },
  'value-of-owners': {
    title: 'Net present value of the owners’ money',
    what: 'What the owners put in and get out when part is bought with loans: interest lowers the tax, the loan comes in when something is paid, and is paid back with interest. At the discount rate of the plan, which for owners who bear more risk is low.',
    symbols: {
      NPV,
      X_y: 'tax of a year, lowered by interest',
      r,
      b_i: 'drawn above 0, paid to the lender below',
      y_i: 'years from the start of the horizon',
    },
  },
  'debt-coverage': {
    title: 'Debt service coverage (DSCR)',
    what: 'Revenue less running costs and tax of a year, over the interest and repayment due in it. Lenders ask for 1.2 to 1.5 in every year. Interest before service is added to the loan; payments are equal, once a year from service; what is owed when the horizon ends is paid then and is not in the ratio.',
    symbols: {
      R_y: 'revenue',
      O_y: 'running costs',
      X_y: 'tax, lowered by interest',
      S_y: 'interest and repayment',
      B: 'owed at service',
      i: 'interest a year',
      n: 'tenor',
    },
  },
  'letting-margin': {
    title: 'Margin of letting the accelerators',
    what: 'What the own accelerators would bring at the price of an hour that the plan states, held all the time, less what the own sites cost.',
    symbols: {
      D_t: 'discount factor of the period',
      H_t: 'hours of the period',
      n_t: 'own accelerators held',
      p: 'price of an accelerator-hour',
      g: 'price change a year',
      y_t: 'years from the start of the horizon',
      C_own: 'present value of all that own sites cost',
    },
  },
}
