import { t } from './term.ts'

/** Terms of money and of planning. */
export const money = {
  capex: t('Capex', 'Money spent once, on things that last.', 'capex'),
  opex: t('Opex', 'Money spent every month: energy, staff, maintenance.', 'opex'),
  presentValue: t(
    'Present value',
    'What a later payment is worth on the first day of the horizon.',
    'present value',
    'PV',
  ),
  npv: t(
    'NPV',
    'Net present value: all income less all cost, in money of the first day.',
    'NPV',
    'net present value',
    'net present cost',
  ),
  irr: t('IRR', 'Internal rate of return: the discount rate at which a plan neither gains nor loses.', 'IRR'),
  payback: t('Payback', 'When income has repaid what was spent.', 'payback'),
  levelised: t(
    'Levelised cost',
    'The one price per million tokens over the horizon at which income equals cost.',
    'levelised cost',
    'levelised',
    'LCOT',
  ),
  discountRate: t(
    'Discount rate',
    'By how much a year money later is worth less; the cost of capital (WACC).',
    'discount rate',
    'WACC',
  ),
  residualValue: t(
    'Residual value',
    'What something is still worth at the end of its life or of the horizon.',
    'residual',
  ),
  dscr: t(
    'DSCR',
    'Debt service coverage: income over interest and repayment; lenders want it well above 1.',
    'DSCR',
  ),
  headroom: t('Headroom', 'How much more a layer could carry than it must.', 'headroom'),
  binding: t('Binding', 'A limit that is used up and keeps the plan from being cheaper.', 'binding', 'binds'),
  worth: t(
    'Worth of widening',
    'What one more megawatt, rack or link would save (the shadow price).',
    'worth of widening',
    'worth',
  ),
  gap: t(
    'Gap',
    'By how much the best possible plan could be cheaper at most. It is proven, not estimated.',
    'gap',
  ),
  grade: t(
    'Grade',
    'How well a figure is founded: A primary or recomputed, B secondary, C estimate.',
    'grade',
  ),
  branch: t(
    'Branch',
    'A plan that began as another one; what differs can be compared and taken back.',
    'branch',
    'branches',
  ),
  revision: t('Revision', 'A named state of a plan that can be returned to.', 'revision', 'revisions'),
  tornado: t(
    'Tornado',
    'Inputs moved one at a time, the one that moves the cost most at the top.',
    'tornado',
  ),
  monteCarlo: t(
    'Monte Carlo',
    'Many draws of uncertain inputs, giving a range of costs instead of one.',
    'Monte Carlo',
  ),
  pareto: t(
    'Front',
    'Plans of which none is better in both of two aims, such as cost and carbon (Pareto).',
    'Pareto',
    'front',
  ),
  regret: t(
    'Regret',
    'What a fixed design costs more than the best one for a future that came otherwise.',
    'regret',
  ),
  breakEven: t('Break-even', 'The value of an input at which a decision turns.', 'break-even'),
}
