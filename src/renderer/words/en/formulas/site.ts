import type { SITE_FORMULAS } from '../../../../plan/formulas/site.ts'
import type { FormulaWords } from '../../formulaWords.ts'

const H_h = 'hours of the block in the period'
const D_t = 'discount factor of the period'

export const site: Pick<FormulaWords, keyof typeof SITE_FORMULAS> = {
  'it-load': {
    title: 'IT load and rooms',
    what: 'Power of all units in service with the fixed load; rooms of existing and new phases must carry it, and so must the cooling.',
    symbols: {
      p_g: 'power of a unit at full load, with its switches and optics',
      A_g: 'units in service',
      I_0: 'fixed IT load',
      I_existing: 'IT power of rooms that stand already',
      j: 'IT power of a phase',
      f: 'phases in service',
    },
  },
  pue: {
    title: 'PUE (power usage effectiveness)',
    what: 'Facility power over IT power in an hour. Cooling depends on the technology and on the weather of the hour.',
    symbols: {
      e_el: 'electrical losses',
      e_cool: 'power of cooling',
      T_dry: 'dry-bulb temperature',
      T_wet: 'wet-bulb temperature',
    },
  },
  wue: {
    title: 'WUE (water usage effectiveness)',
    what: 'Water that a cooling tower takes for the heat of IT, its own chiller and pumps included. Dry coolers take none; adiabatic ones only on warm hours.',
    symbols: { e_ch: 'power of the chiller' },
  },
  'redundant-units': {
    title: 'Units under a redundancy scheme',
    what: 'Whole units of transformers, switchgear, generators, UPS, chillers and the like, with their spares.',
    symbols: { X: 'load', U: 'size of a unit', N: 'units that the load needs', j: 'spare units' },
  },
  'train-load': {
    title: 'Load of electrical and cooling equipment',
    what: 'What each kind of equipment must carry for the IT load of the rooms. A cooling machine moves so much heat for each kW of IT as its technology asks for on the design day.',
    symbols: {
      I: 'IT load of the rooms',
      PUE_d: 'PUE on the design day',
      'cos φ': 'power factor',
      s_g: 'share of the facility that generators carry',
      w: 'heat that the machine moves for IT',
    },
  },
  'equipment-price': {
    title: 'Price of equipment',
    what: 'Units to add at the price of one; of all equipment the sum. It is the catalog’s estimate beside the capital cost of the rooms, not a part of the plan’s cost.',
    symbols: { a: 'units to add', p: 'price of one unit' },
  },
  'backup-survival': {
    title: 'Surviving an outage',
    what: 'Chance that generators and storage carry the load hour by hour: so many start, so many of them still run in the next hour.',
    symbols: {
      n: 'generators there',
      k: 'generators that run',
      p: 'chance that one is there and starts',
      q: 'chance that one runs on for an hour',
      MTTF: 'mean time to failure',
    },
  },
  'critical-load': {
    title: 'Peak load of the facility',
    what: 'What grid, contracts and firm plant must be able to carry: the busiest minute on the hottest design hour.',
    symbols: {
      PUE_design: 'PUE under design conditions',
      I_0: 'fixed IT load',
      u_h: 'fixed load that goes unserved',
      'I_peak,h': 'IT load at the busiest minute of a block',
    },
  },
  'energy-flow': {
    title: 'Energy by source and use',
    what: 'Power of a source or of the site in every block of hours, times the share that goes to the use.',
    symbols: {
      H_h,
      P_h: 'power in the block',
      φ_h: 'share of it: 1 of a source, 1/PUE of IT, 1 − 1/PUE of cooling and losses',
    },
  },
  'energy-drawn': {
    title: 'Energy taken from the grid',
    what: 'What the facility takes in every block of hours, less what contracts, plant and storage on site give.',
    symbols: {
      H_h,
      PUE_h: 'PUE of the block',
      I_0: 'fixed IT load',
      u_h: 'fixed load that goes unserved',
      I_h: 'mean IT load of the block',
      o_h: 'own supply',
    },
  },
  'energy-cost': {
    title: 'Cost of energy',
    what: 'Energy at the price of its hours, with the price of its carbon.',
    symbols: {
      D_t,
      H_h,
      'z_t,h': 'power drawn',
      'p_t,h': 'price of energy in the block',
      κ: 'carbon of the grid',
      'p_CO₂': 'price of carbon',
    },
  },
  'billed-demand': {
    title: 'Billed power',
    what: 'The highest of three: the metered peak, a share of what is contracted, a share of the peaks of the look-back. Where the ratchet looks at chosen months, a quarter or year with one of them counts whole.',
    symbols: {
      B_t: 'power billed',
      y_t: 'highest power at the meter',
      τ: 'minimum take',
      h_t: 'power contracted',
      ρ: 'ratchet on peaks of the look-back',
      L_t: 'periods of the look-back, of the chosen months alone where some are chosen',
    },
  },
  'demand-charge': {
    title: 'Demand charge',
    what: 'Paid each month on the billed power.',
    symbols: {
      B_t: 'power billed',
      D_t,
      p_d: 'price of a kilowatt and month',
      Y_t: 'length of the period',
    },
  },
  'contract-payment': {
    title: 'Payment of an electricity contract',
    what: 'What is taken, at least the share that is promised. A virtual contract settles the difference to the spot price.',
    symbols: {
      p: 'price at the start',
      g: 'escalator',
      y: 'years',
      H_h,
      e_h: 'power taken',
      γ: 'take-or-pay share',
      a_h: 'what the contract makes in the block, as share of its power',
      M: 'power in force',
    },
  },
  adequacy: {
    title: 'Firm power against peak load',
    what: 'Grid and plant that count as firm must carry the peak load with its margin.',
    symbols: {
      h: 'firm grid power held',
      κ: 'share of curtailable service that may be cut',
      f: 'curtailable service',
      c_k: 'share of plant or storage that counts as firm',
      M_k: 'power of plant or storage',
      μ: 'reserve margin',
      Z: 'peak load of the facility',
    },
  },
  'stored-energy': {
    title: 'Energy in storage',
    what: 'What is in store after a block of hours; half of the losses fall on each way.',
    symbols: {
      E_h: 'energy in store',
      ε: 'round-trip efficiency',
      H: 'hours of the block in a day',
      c_h: 'power taken in',
      o_h: 'power given out',
    },
  },
  carbon: {
    title: 'Carbon emitted',
    what: 'Carbon of the grid, of plant on site and of contracts; held to the permit in every year.',
    symbols: {
      H_h,
      κ: 'carbon of a megawatt-hour of grid, plant or contract',
      z_h: 'power drawn from the grid',
      'g_k,h': 'power of plant on site',
      'e_c,h': 'power taken of a contract',
    },
  },
  water: {
    title: 'Water used',
    what: 'Water for cooling in every block of hours; held to the permit in every year.',
    symbols: {
      H_h,
      z_h: 'power supplied to the facility',
      WUE_h: 'WUE of the block',
      PUE_h: 'PUE of the block',
    },
  },
  'cake-capacity': {
    title: 'Capacity of a layer, in tokens per second',
    what: 'What the layer could carry if all others were wide: its need, stretched until its own limit (MW, racks, links) is used up.',
    symbols: {
      need: 'tokens per second asked of it at the peak',
      limit: 'limit of the layer',
      used: 'what the need takes of it',
    },
  },
  headroom: {
    title: 'Headroom',
    what: 'How much more a layer could carry. The layer with none left binds.',
    symbols: {
      capacity: 'tokens per second that the layer could carry',
      need: 'tokens per second asked of it',
    },
  },
  worth: {
    title: 'Worth of one more unit',
    what: 'Present value saved by one more megawatt, rack or link in a period. It holds for a small step; the Why screen solves the plan again with a step more.',
    symbols: { C: 'net present cost', limit: 'limit of the layer' },
  },
  gap: {
    title: 'Proven gap',
    what: 'No plan for these inputs can be cheaper by more than this share. The bound is computed anew from the duals in original units.',
    symbols: { C: 'cost of the plan', C_bound: 'bound: no plan costs less' },
  },
  'problem-size': {
    title: 'Size of the problem',
    what: 'What the solver was given: a row for every limit and balance, a column for every decision, and of those the decisions that come whole. They are counted period by period, in most layers also for each block of hours, site, region and class.',
    symbols: {
      A: 'one row for each limit and each balance',
      x: 'one column for each decision',
      x_j: 'decisions that come whole, such as phases of rooms',
    },
  },
  'solve-time': {
    title: 'Time of the solve',
    what: 'From the start of the solve until the gap asked for was proven or the time was up. Where a plan is solved in rounds it is that of the last round. Another machine takes another time.',
    symbols: { τ_end: 'when it ended', τ_start: 'when it began', T_max: 'time allowed' },
  },
}
