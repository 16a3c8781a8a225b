import { say } from '../../document.ts'

export const budgets = {
  heading: 'Budgets',
  about: say`What the whole plan spends, emits and takes, beside the limits that it sets itself. Capital is what is ordered, at the prices of the orders, not discounted, in the year in which it is paid; an order before the horizon counts in its first year. The worth is the present value that one more unit would save at the margin; of capital it is a share of what is added.`,
  title: 'Use of budgets',
  names: {
    capex: 'Capital of the horizon',
    'capex-year': 'Capital of the year',
    'carbon-total': 'Carbon of the horizon',
    'carbon-budget': 'Carbon of the year',
    'water-budget': 'Water of the year',
    'unserved-total': 'Tokens not served, of the horizon',
    'leased-total': 'Tokens leased or bought, of the horizon',
    'away-from-edge-total': 'Tokens served away from the edge, of the horizon',
  },
  budget: 'Budget',
  from: 'From',
  to: 'To',
  used: 'Used',
  limit: 'Limit',
  noLimit: 'none',
  left: 'Left',
  saves: 'One more saves',
}
