import type { Formula } from './formula.ts'

/** What has to be bought: servers, the network between them, rooms by component. */
export const BILL_FORMULAS = {
  'bill-count': {
    expression: 'n = Σ_t b_t',
    unit: 'units',
    symbols: { b_t: 'units' },
    code: 'engine/network/serverBill.ts',
    audit: null,
    source: 'Units bought over the horizon',
  },
  'fat-tree': {
    expression:
      'N ≤ k: 1 switch, N links;  N ≤ k²/2: ⌈2N/k⌉ + ⌈N/k⌉ switches, 2N links;  beyond: 2⌈2N/k⌉ + ⌈N/k⌉ switches, 3N links;  two optics a link',
    unit: 'parts',
    symbols: { N: 'accelerators', k: 'ports' },
    code: 'engine/network/fatTree.ts',
    audit: null,
    source: 'Non-blocking fat tree (Clos); Al-Fares, Loukissas and Vahdat, SIGCOMM 2008',
  },
  'bill-price': {
    expression: 'T = n p',
    unit: 'M$',
    symbols: { n: 'units', p: '$ per unit' },
    code: 'engine/network/serverBill.ts',
    audit: null,
    source: 'Servers at the plan’s price of today, parts of the network at prices of the catalog',
  },
  'bill-power': {
    expression: 'W = n w',
    unit: 'kW',
    symbols: { n: 'units', w: 'kW per unit' },
    code: 'engine/network/serverBill.ts',
    audit: null,
    source: 'Definition',
  },
  'spare-units': {
    expression: 's = n σ',
    unit: 'units',
    symbols: { n: 'units', σ: '' },
    code: 'engine/network/serverBill.ts',
    audit: null,
    source: 'Share of spares of the plan',
  },
  'bill-lead': {
    expression: 'w = 52.1775 m / 12',
    unit: 'weeks',
    symbols: { m: 'months' },
    code: 'engine/network/serverBill.ts',
    audit: null,
    source: 'Definition',
  },
  'room-cost': {
    expression: 'C_k = M c q_k / Σ_k q_k',
    unit: 'M$',
    symbols: { M: 'MW', c: 'M$/MW', q_k: 'M$/MW' },
    code: 'engine/facility/capexByComponent.ts',
    audit: null,
    source: 'The plan’s price of a MW, split as the row of its building in the catalog is',
  },
} as const satisfies Record<string, Formula>
