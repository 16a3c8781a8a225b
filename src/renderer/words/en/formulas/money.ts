import type { MONEY_FORMULAS } from '../../../../plan/formulas/money.ts'
import type { FormulaWords } from '../../formulaWords.ts'

const D_t = 'discount factor of the period'
const C = 'net present cost, penalties left out'
const N_t = 'tokens served in the period, input (cached too) and output'

export const money: Pick<FormulaWords, keyof typeof MONEY_FORMULAS> = {
  'net-present-cost': {
    title: 'Net present cost',
    what: 'All that is paid over the horizon, less what is left of it at the end, in money of the first day. It is the sum of the cost lines on the Money screen. Penalties for unserved tokens steer the solver; nobody pays them, and they are left out.',
    symbols: { 'c_l,t': 'present value of a cost line in a period' },
  },
  'discount-factor': {
    title: 'Discount factor',
    what: 'What a dollar paid later is worth on the first day of the horizon. “Horizon and money” says whether payments fall at the start, the middle or the end of a period.',
    symbols: { r: 'discount rate', y_t: 'years from the start of the horizon to the payment' },
  },
  'levelised-cost': {
    title: 'Levelised cost per million tokens',
    what: 'The one price for every token over the horizon at which revenue equals cost. Tokens are discounted like money, so that a token late in the horizon weighs as much as the dollar earned by it.',
    symbols: { C, D_t, N_t },
  },
  'levelised-cost-output': {
    title: 'Levelised cost per million output tokens',
    what: 'The same cost over output tokens alone, as APIs quote it. Input then costs nothing by itself.',
    symbols: { C, D_t, 'N_out,t': 'output tokens served in the period' },
  },
  'levelised-cost-weighted': {
    title: 'Levelised cost per million tokens as dear as input',
    what: 'Tokens weighed by what each kind sells for, so that mixes with much cached input and mixes with much output compare.',
    symbols: {
      C,
      D_t,
      N_t,
      u: 'share of uncached input in the tokens',
      a: 'share of cached input',
      o: 'share of output',
      p: 'selling price of cached input, of output and of input',
    },
  },
  'cost-part': {
    title: 'Share of a cost line',
    what: 'Present value of the line over that of all lines, penalties that nobody pays included.',
    symbols: { 'c_l,t': 'present value of the line in the period' },
  },
  'energy-share': {
    title: 'Share of power in the cost',
    what: 'Cost lines of layer 1 (energy, demand charge, connection, contracts, plant on site) over all cost.',
    symbols: { 'c_l,t': 'present value of a cost line of layer 1 in a period', C },
  },
  'capital-lump-sum': {
    title: 'Capital as a lump sum',
    what: 'Present value of something bought: paid at the order, less its straight-line value left when it is sold or at the end of the horizon.',
    symbols: {
      P: 'price',
      D: 'discount factor at the order and at the end',
      v: 'share of the price that is left',
      ρ: 'share of the price left when its life ends',
      y: 'years from the start of the horizon',
      L: 'life',
    },
  },
  'capital-annuity': {
    title: 'Capital as an annuity',
    what: 'The same purchase as equal payments over its life; those within the horizon count. “Horizon and money” chooses between the two.',
    symbols: {
      P: 'price',
      CRF: 'capital recovery factor',
      Y_t: 'length of the period',
      D_t,
      r: 'discount rate',
      L: 'life',
    },
  },
  'resale-value': {
    title: 'Value at retirement',
    what: 'What units that leave service are sold for: a share of their price that the plan gives for that age, or what straight-line writing off has left.',
    symbols: {
      n: 'units that leave',
      P_t: 'price at their order',
      N: 'switches and optics of a unit',
      v_a: 'share of the price paid at that age',
      ρ: 'share of the price left when the life ends',
      a: 'age',
      L: 'life',
    },
  },
  'accelerator-price': {
    title: 'Price of an accelerator unit',
    what: 'Price of today moved to the day of the order, which is a lead time before delivery.',
    symbols: {
      P_0: 'price today',
      g: 'change of the price a year',
      y_t: 'years to the middle of the period of delivery',
      m: 'lead time',
    },
  },
  'market-price': {
    title: 'Price of the market in a period',
    what: 'Of the dated prices the last that holds on the first day of the period, with its own change since and the moves of the market that hold by then.',
    symbols: {
      p: 'price as it is said',
      g: 'change of the price a year',
      y: 'years since its day, or since the start of the horizon',
      s_m: 'step of a move',
      g_m: 'change a year of a move',
      y_m: 'years since the move began, at most to its end',
    },
  },
  'token-price': {
    title: 'Price of a million tokens in a period',
    what: 'Price of a class’s own mix of tokens at the list in force, with its own change since and the moves of the market that hold by then.',
    symbols: {
      u: 'share of uncached input in the class’s tokens',
      a: 'share of cached input',
      o: 'share of output',
      p: 'list price of input, cached input and output',
      g: 'change of the price a year',
      y: 'years since the list’s day, or since the start of the horizon',
      s_m: 'step of a move',
      g_m: 'change a year of a move',
      y_m: 'years since the move began, at most to its end',
    },
  },
  'lease-cost': {
    title: 'Cost of a lease',
    what: 'A reserved lease is paid for its whole term, used or not, at the price of the period in which it begins; an on-demand lease by the hour used.',
    symbols: {
      n_t: 'accelerators held, or busy where paid by the hour',
      H_t: 'hours of the period',
      p_t: 'price of the period, or of the period in which the block begins',
      D_t,
    },
  },
  'api-cost': {
    title: 'Cost of tokens bought of an API',
    what: 'Tokens of each class at the price of its mix, and the egress that they cost.',
    symbols: {
      N_w: 'tokens of a class that go there',
      p_w: 'price of a million tokens of its mix in the period',
      p_e: 'egress of a million tokens',
      D_t,
    },
  },
  royalty: {
    title: 'Royalties',
    what: 'Licence of a model by the token, on own and on leased accelerators.',
    symbols: { N_m: 'tokens that the model serves', p_m: 'royalty of the model' },
  },
  egress: {
    title: 'Egress',
    what: 'Price of carrying tokens to and from the user.',
    symbols: { b: 'size of a token on the wire', p_GB: 'price of a gigabyte' },
  },
  revenue: {
    title: 'Revenue',
    what: 'Served tokens at the plan’s selling prices. Where the plan looks for the least cost, selling prices say what it earns and do not steer the solver.',
    symbols: {
      D_t,
      N_t,
      p_t: 'selling price of a million tokens of the class’s mix in the period',
    },
  },
  'cost-shared': {
    title: 'Cost shared by who uses a place',
    what: 'Cost of every place, shared in each period by the classes or models that it serves: at a site by the hours of the units that work for them, times the price of these units; at a lease or an offer by tokens. What no place spends is shared by tokens.',
    symbols: {
      'C_p,t': 'cost of a place in the period',
      'n_k,p,t': 'units at work for a class or a model',
      π: 'price of a unit',
    },
  },
  'net-present-value': {
    title: 'Net present value',
    what: 'Every payment at its own date, discounted: orders when they are placed, revenue and running costs in their period, what is left of rooms and servers when the horizon ends.',
    symbols: {
      m_i: 'a payment, received above 0',
      r: 'discount rate',
      y_i: 'years from the start of the horizon to the payment',
      R: 'present value of revenue',
      C,
    },
  },
  'rate-of-return': {
    title: 'Internal rate of return',
    what: 'The discount rate at which the plan is worth nothing. None is stated where money goes one way only, or where more than one rate fits.',
    symbols: { m_i: 'payments of one date', y_i: 'years from the start of the horizon' },
  },
  payback: {
    title: 'Payback',
    what: 'Years from the start of the horizon until what came in stays above what went out.',
    symbols: { m_i: 'a payment, received above 0', y_i: 'years from the start of the horizon to it' },
  },
  margin: {
    title: 'Margin per million tokens',
    what: 'Revenue at the plan’s selling prices less cost, over discounted tokens.',
    symbols: { R: 'present value of revenue', C: 'present value of cost', D_t, N_t },
  },
  'break-even-lease': {
    title: 'Break-even price of a lease',
    what: 'Price of a leased accelerator-hour at which leasing costs what the own sites cost: over hours held (reserved) or over hours at work (on demand).',
    symbols: {
      C_own: 'present value of all that own sites cost',
      D_t,
      H_t: 'hours of the period',
      n_t: 'own accelerators held, or at work',
    },
  },
  'break-even-api': {
    title: 'Break-even price of tokens',
    what: 'Price of a million tokens at which buying them costs what the own sites cost.',
    symbols: {
      C_own: 'present value of all that own sites cost',
      D_t,
      'N_own,t': 'tokens served by own sites',
    },
  },
  'levelised-at-utilisation': {
    title: 'Levelised cost against utilisation',
    what: 'What a million tokens of the own sites cost if the accelerators were at work for another share of their hours: what is fixed is spread over as many more or fewer tokens, what follows the work stays the same for each token. Speeds and prices are those of the plan.',
    symbols: {
      F: 'cost of the own sites that is paid whether at work or not',
      V: 'cost that follows the work',
      u: 'utilisation',
      u_0: 'utilisation in the plan',
      D_t,
      'N_own,t': 'tokens served by own sites',
    },
  },
  'own-utilisation': {
    title: 'Utilisation of the own accelerators',
    what: 'Hours at work over hours held, over the horizon and discounted like money.',
    symbols: {
      D_t,
      H_t: 'hours of the period',
      'n_work,t': 'own accelerators at work',
      n_t: 'own accelerators held',
    },
  },
  'cost-by-work': {
    title: 'Fixed and variable cost of the own sites',
    what: 'Each cost line by the share of it that follows the work; the rest is paid whether the accelerators work or not.',
    symbols: {
      w_l: 'share of the line that follows the work',
      C_l: 'present value of the line',
      C_own: 'present value of all that own sites cost',
    },
  },
  'work-share': {
    title: 'Share of energy that follows the work',
    what: 'Of the IT energy of a site what work adds to units that stand idle.',
    symbols: { W: 'energy that work adds', S: 'energy of idle units, their network and the fixed load' },
  },
  attribution: {
    title: 'Bridge between two plans',
    what: 'The change of cost given to groups of inputs. The groups are changed one after another and the plan solved at each step; a group’s part is the mean over orders, so the parts sum to the whole.',
    symbols: { C: 'net present cost, or levelised cost', g: 'group of inputs' },
  },
}
