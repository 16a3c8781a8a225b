import { type Figure, say } from '../../document.ts'

export const economics = {
  heading: 'Economics',
  about: (rate: Figure, levelised: Figure, output: Figure) =>
    say`All amounts are present values at ${rate} a year, nominal US dollars. Purchases and rooms stand in the quarter of delivery, net of the value that they have left at the horizon. The levelised cost divides the present value of all costs by the discounted tokens served: ${levelised}, or ${output} if output alone had to pay.`,
  penalties: (musd: Figure) =>
    say`Penalties for what is not served are in the objective of the solver but are not paid, and not in these tables: ${musd}.`,
  chart: 'Cost by layer and quarter, present value',
  lines: 'Cost lines and levelised cost',
  layer: 'Layer',
  line: 'Line',
  present: 'Present value',
  ofAll: 'of all',
  levelised: 'Levelised',
  bySite: 'Present value by site and layer',
  site: 'Site',
  all: 'All',
  byYear: 'Present value by line and year',
  tokens: 'Tokens served and discounted: what the levelised cost is divided by',
  quarter: 'Quarter',
  served: 'Served',
  factor: 'Discount factor',
  discounted: 'Discounted',
  levelisedTitle: 'Levelised cost, computed',
  paidBy: 'Paid by',
  cost: 'Present value of all costs',
  divided: 'Discounted tokens',
  inputAndOutput: 'input and output',
  outputAlone: 'output alone',
  costLines: {} as Readonly<Record<string, string>>,
}
