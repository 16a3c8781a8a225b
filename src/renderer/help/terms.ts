/** Terms of the glossary by layer, from the power up; a last group for money and for the words of planning itself. */
export const TERMS = {
  power: [
    'interconnection',
    'firmPower',
    'contractedPower',
    'nameplate',
    'elcc',
    'capacityFactor',
    'loadFactor',
    'demandCharge',
    'minimumTake',
    'ratchet',
    'takeOrPay',
    'ppa',
    'virtualContract',
    'escalator',
    'behindTheMeter',
    'curtailable',
    'storage',
    'generator',
    'emissionFactor',
    'carbonFree',
  ],
  facility: [
    'itLoad',
    'pue',
    'wue',
    'redundancy',
    'ups',
    'cdu',
    'liquidShare',
    'dryCooler',
    'wetBulb',
    'rackDensity',
    'phase',
    'timeToPower',
    'stranded',
  ],
  accelerators: ['tdp', 'hbm', 'precision', 'scaleUp', 'unit', 'spares', 'joulePerToken', 'refresh'],
  models: [
    'parameters',
    'context',
    'cachedInput',
    'prefill',
    'decode',
    'kvCache',
    'ttft',
    'tpot',
    'batch',
    'experts',
    'disaggregated',
    'speculation',
    'quality',
    'royalty',
    'replica',
  ],
  distribution: ['onDemand', 'reserved', 'spot', 'egress', 'takeRate', 'roundTrip'],
  scheduling: ['eligibility', 'residency', 'router', 'cascade', 'deferrable', 'utilisationCap', 'sticky'],
  agents: ['archetype', 'latencyClass', 'profile', 'peakToAverage', 'cagr', 'logistic', 'bass'],
  planning: [
    'capex',
    'opex',
    'presentValue',
    'npv',
    'irr',
    'payback',
    'levelised',
    'discountRate',
    'residualValue',
    'dscr',
    'headroom',
    'binding',
    'worth',
    'gap',
    'grade',
    'branch',
    'revision',
    'tornado',
    'monteCarlo',
    'pareto',
    'regret',
    'breakEven',
  ],
} as const

export type TermGroup = keyof typeof TERMS
export type TermId = (typeof TERMS)[TermGroup][number]

export const TERM_IDS: readonly TermId[] = Object.values(TERMS).flat()

/** What the glossary says of a term in one language. */
export interface TermWords {
  readonly term: string
  readonly text: string
  /** Words that stand for it in heads and labels. */
  readonly also: readonly string[]
}
