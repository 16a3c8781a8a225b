import type { BILL_FORMULAS } from '../../../../plan/formulas/bill.ts'
import type { FormulaWords } from '../../formulaWords.ts'

const n = 'how many are bought'

export const bill: Pick<FormulaWords, keyof typeof BILL_FORMULAS> = {
  'bill-count': {
    title: 'Units to buy',
    what: 'Units bought at the site in all periods, those that replace others among them.',
    symbols: { b_t: 'units bought in the period' },
  },
  'fat-tree': {
    title: 'Switches and optics',
    what: 'Parts of a network in which all accelerators of a kind at a site may send at full rate, where most of them stand. An estimate: what the plan pays is its own price of the network.',
    symbols: { N: 'accelerators', k: 'ports of a switch' },
  },
  'bill-price': {
    title: 'Price of what is bought',
    what: 'Units or parts at the price of one today, not discounted. Of the network the highest and the lowest price of the catalog.',
    symbols: { n, p: 'price of one' },
  },
  'bill-power': {
    title: 'Power of what is bought',
    what: 'Units or parts at the power of one when they work.',
    symbols: { n, w: 'power of one' },
  },
  'spare-units': {
    title: 'Spares among what is bought',
    what: 'Units that stand by for those that fail, by the plan’s share.',
    symbols: { n, σ: 'share of spares' },
  },
  'bill-lead': {
    title: 'Lead time',
    what: 'Months of the plan in weeks; of parts of the network what the catalog says.',
    symbols: { m: 'months from order to delivery' },
  },
  'room-cost': {
    title: 'Cost of rooms by component',
    what: 'What the rooms that are built cost at the plan’s price of a MW, split as the catalog splits its own price for such a building. The split is an estimate.',
    symbols: {
      M: 'IT power of the rooms that are built',
      c: 'price of a MW in the plan',
      q_k: 'price of the component for a MW in the catalog',
    },
  },
  'capital-ordered': {
    title: 'Capital ordered',
    what: 'What is bought, at the prices of the orders, not discounted, in the year in which it is paid; an order before the horizon counts in its first year.',
    symbols: { n_t: 'how many are added in the period', p_t: 'price of one' },
  },
  'budget-tokens': {
    title: 'Tokens over the horizon',
    what: 'Tokens a second of all periods, as their means, times the seconds of a period.',
    symbols: { f_t: 'tokens a second', s: 'seconds of a period' },
  },
  'budget-left': {
    title: 'Left of a budget',
    what: 'What the plan may use in the year or over the horizon, less what it uses; of a last year that is cut short, so much of a yearly limit.',
    symbols: { B: 'the budget', used: 'what the plan uses of it' },
  },
}
