import type { FormulaId } from '../../plan/formulas/formulas.ts'
import type { Screen } from '../state/view/screens.ts'
import type { TermId } from './terms.ts'

interface Topic {
  readonly formulas: readonly FormulaId[]
  readonly terms: readonly TermId[]
}

const BILL = [
  ...(['bill-count', 'fat-tree', 'bill-price', 'bill-power', 'spare-units', 'bill-lead'] as const),
]

/** What stands behind a screen's figures, and the words on it that not everybody knows. */
export const TOPICS: Readonly<Record<Screen, Topic>> = {
  overview: {
    formulas: [
      'served-tokens',
      'levelised-cost',
      'net-present-cost',
      'cake-capacity',
      'headroom',
      'worth',
      'gap',
      'problem-size',
      'solve-time',
    ],
    terms: ['headroom', 'binding', 'worth', 'itLoad', 'levelised', 'gap', 'grade'],
  },
  agents: {
    formulas: ['demand', 'growth', 'demand-hour', 'hour-shape', 'peak-demand', 'pooling'],
    terms: [
      'archetype',
      'cachedInput',
      'latencyClass',
      'profile',
      'peakToAverage',
      'cagr',
      'logistic',
      'bass',
    ],
  },
  scheduling: {
    formulas: [
      ...(['network-time', 'round-trip', 'class-target', 'waiting-room', 'units-busy'] as const),
      ...(['layer-times', 'implied-ratio', 'small-share'] as const),
    ],
    terms: ['eligibility', 'residency', 'router', 'cascade', 'deferrable', 'utilisationCap', 'sticky'],
  },
  distribution: {
    formulas: [
      'market-price',
      'token-price',
      'lease-cost',
      'api-cost',
      'egress',
      'link-limit',
      'leased-share',
      'edge-share',
    ],
    terms: ['onDemand', 'reserved', 'spot', 'egress', 'takeRate', 'roundTrip'],
  },
  models: {
    formulas: [
      ...(['serving-speed', 'disaggregated-speed', 'prefill-share', 'prefill-units'] as const),
      ...(['memory-batch', 'first-token', 'unit-speed', 'measured-run', 'royalty'] as const),
    ],
    terms: [
      'ttft',
      'tpot',
      'batch',
      'kvCache',
      'prefill',
      'decode',
      'experts',
      'precision',
      'quality',
      'replica',
    ],
  },
  accelerators: {
    formulas: [
      'accelerator-price',
      'units-in-service',
      'resale-value',
      'utilisation',
      'board-power',
      ...(['serving-speed', 'speed-band', 'pair-cost', 'tokens-per-joule', 'memory-use'] as const),
      ...BILL,
    ],
    terms: ['unit', 'tdp', 'hbm', 'scaleUp', 'spares', 'refresh', 'joulePerToken', 'residualValue'],
  },
  facility: {
    formulas: ['it-load', 'pue', 'wue', 'redundant-units', 'capital-lump-sum'],
    terms: ['itLoad', 'phase', 'pue', 'wue', 'redundancy', 'liquidShare', 'rackDensity', 'timeToPower'],
  },
  power: {
    formulas: [
      'critical-load',
      'adequacy',
      'energy-drawn',
      'energy-cost',
      'billed-demand',
      'demand-charge',
      'contract-payment',
      'stored-energy',
    ],
    terms: [
      'interconnection',
      'contractedPower',
      'firmPower',
      'curtailable',
      'demandCharge',
      'ratchet',
      'takeOrPay',
      'ppa',
      'elcc',
    ],
  },
  'build-out': {
    formulas: ['order-date', 'order-slack', 'units-in-service', 'it-load', 'train-load', 'equipment-price'],
    terms: ['phase', 'timeToPower', 'interconnection', 'unit'],
  },
  sites: {
    formulas: [
      ...(['pue', 'wue', 'redundant-units', 'train-load', 'backup-survival'] as const),
      ...(['carbon', 'carbon-intensity', 'water', 'permit-use', 'room-cost'] as const),
      ...(['cooling-cost', 'weather-mean', 'equipment-use', 'day-dispatch'] as const),
      ...(['day-load', 'hour-price', 'load-duration', 'weather-sample'] as const),
    ],
    terms: ['redundancy', 'ups', 'cdu', 'dryCooler', 'wetBulb', 'generator', 'storage', 'carbonFree'],
  },
  flows: {
    formulas: [
      'energy-flow',
      'token-band',
      'served-tokens',
      'network-time',
      'round-trip',
      'egress',
      'link-limit',
      'leased-share',
      'edge-share',
    ],
    terms: ['roundTrip', 'eligibility', 'residency'],
  },
  money: {
    formulas: [
      ...(['net-present-cost', 'discount-factor', 'levelised-cost', 'levelised-cost-output'] as const),
      ...([
        'levelised-cost-weighted',
        'energy-share',
        'margin',
        'break-even-lease',
        'break-even-api',
        'cost-shared',
      ] as const),
      ...(['capital-lump-sum', 'capital-annuity', 'revenue', 'net-present-value'] as const),
      ...(['rate-of-return', 'payback', 'letting-margin'] as const),
      ...(['levelised-at-utilisation', 'own-utilisation', 'cost-by-work', 'work-share'] as const),
      ...(['capital-ordered', 'budget-tokens', 'budget-left'] as const),
      ...(['cash-flow', 'income', 'loss-used', 'loan', 'cost-part'] as const),
      ...(['tax', 'depreciation', 'value-after-tax', 'value-of-owners', 'debt-coverage'] as const),
    ],
    terms: [
      'presentValue',
      'npv',
      'irr',
      'payback',
      'levelised',
      'capex',
      'opex',
      'discountRate',
      'residualValue',
    ],
  },
  audit: {
    formulas: ['agreement', 'leaning', 'gap', 'unserved-share', 'energy-drawn', 'waiting-room'],
    terms: ['gap', 'binding', 'peakToAverage'],
  },
  why: {
    formulas: ['step-worth', 'step-size', 'worth', 'threshold', 'gap'],
    terms: ['binding', 'worth', 'breakEven'],
  },
  vary: {
    formulas: [
      'variant',
      'draws',
      'threshold',
      'net-present-cost',
      'levelised-cost',
      'edge-share',
      'front-least',
    ],
    terms: ['tornado', 'monteCarlo', 'pareto', 'regret', 'breakEven'],
  },
  compare: {
    formulas: ['attribution', 'change', 'change-share', 'net-present-cost', 'levelised-cost'],
    terms: ['branch', 'revision', 'levelised'],
  },
  report: {
    formulas: ['net-present-cost', 'levelised-cost', 'order-date', 'gap'],
    terms: ['grade', 'gap', 'timeToPower'],
  },
  plan: {
    formulas: ['discount-factor', 'capital-lump-sum', 'capital-annuity', 'gap'],
    terms: ['discountRate', 'presentValue', 'residualValue', 'gap', 'dscr'],
  },
  catalog: {
    formulas: ['accelerator-price', 'token-price'],
    terms: ['grade', 'tdp', 'hbm', 'emissionFactor'],
  },
  exchange: { formulas: [], terms: ['grade', 'profile'] },
  library: { formulas: [], terms: ['branch', 'revision'] },
}
