import type { INPUT_FORMULAS } from '../../../../plan/formulas/inputs.ts'
import type { FormulaWords } from '../../formulaWords.ts'

export const inputs: Pick<FormulaWords, keyof typeof INPUT_FORMULAS> = {
  'round-trip': {
    title: 'Round trip',
    what: 'Time to a place and back: measured between two cloud regions where both ends have one, else by the distance along fibre; a lease or an API says its own.',
    symbols: {
      r_measured: 'measured median between the two regions',
      d: 'great-circle distance',
      a: 'what the site adds',
    },
  },
  'class-target': {
    title: 'Target of a class',
    what: 'The tightest target of the lines that have tasks in the class.',
    symbols: { T_a: 'target of a line' },
  },
  pooling: {
    title: 'Saved by pooling time zones',
    what: 'Regions are not busy at the same hour: the busiest hour of all together is less than the sum of each one’s own.',
    symbols: { 'q_r,h': 'demand of a region in an hour of a working day' },
  },
  'demand-hour': {
    title: 'Demand in an hour',
    what: 'Demand of lines in an hour of a working day: each line’s mean, the share of its region and the hour over the mean of its week. A class takes of each line the share of its tasks that fall into it.',
    symbols: {
      'q_a,t': 'mean demand of a line in the period',
      's_a,r': 'share of the region',
      'w_a,r,h': 'hour over the mean of the week, by the region’s clock',
    },
  },
  'hour-shape': {
    title: 'Shape of the hours',
    what: 'An hour of a line’s profile, by the clock of the region, over the mean of the profile’s week.',
    symbols: {
      'x_(h + o_r)': 'hour of the profile by the region’s clock',
      o_r: 'hours that the clock is ahead of UTC',
      x̄: 'mean of the week',
    },
  },
  'cooling-cost': {
    title: 'Cost of a cooling technology',
    what: 'What a kilowatt of IT costs a year with it: electricity of the whole facility with its carbon, water, and capital as an annuity.',
    symbols: {
      PUE: 'mean of the year at the site',
      p: 'mean price of energy',
      κ: 'carbon of the grid',
      'p_CO₂': 'price of carbon',
      WUE: 'mean of the year at the site',
      p_w: 'price of water',
      k: 'capital cost of the technology',
      ρ: 'discount rate',
      L: 'life of the building',
    },
  },
  'weather-mean': {
    title: 'Mean over the weather of a year',
    what: 'PUE or WUE is computed for each sample of the weather and averaged.',
    symbols: { 'T_dry,i': 'dry-bulb temperature', 'T_wet,i': 'wet-bulb temperature', n: 'samples' },
  },
  'weather-sample': {
    title: 'A sample of the weather',
    what: 'Temperature of an hour of the day in a quarter: season, day and scatter around the region’s mean, so that its design day is met. Where hours were imported, their own fifths stand in its place.',
    symbols: {
      T̄: 'mean of the year',
      A: 'swing of the seasons',
      q: 'quarter of the year',
      q_s: 'height of the summer',
      B: 'swing of the day',
      h: 'local hour',
      C: 'scatter of the weather',
      z: 'deviations at which it is sampled',
    },
  },
  'equipment-use': {
    title: 'Load of equipment',
    what: 'What a kind of equipment carries at design conditions over what all its units can carry, spares included.',
    symbols: { X: 'load to carry', N: 'units installed', U: 'size of one unit' },
  },
  'pair-cost': {
    title: 'Tokens of a pair at full load',
    what: 'An accelerator-hour over the tokens that it makes. Only for comparing pairs: the plan’s own costs have rooms, grid and idle hours too.',
    symbols: {
      τ: 'tokens a second of one accelerator',
      P: 'price of an accelerator with its part of server and network',
      s: 'value left at the end of life',
      L: 'life',
      m: 'upkeep a year',
      k: 'power of a server per accelerator',
      p: 'price of energy, mean of the sites',
    },
  },
  'tokens-per-joule': {
    title: 'Tokens per joule',
    what: 'Output tokens for each joule that the board takes at that load.',
    symbols: { τ_out: 'output tokens a second of one accelerator', P: 'power of the board at this load' },
  },
  'memory-use': {
    title: 'Memory in use',
    what: 'Share of an accelerator’s memory that weights, cache and the runtime take.',
    symbols: { M: 'memory in use', G: 'memory there' },
  },
  'speed-band': {
    title: 'Band of a speed',
    what: 'Eight in ten rows that were held out from the fit lay between P10 and P90.',
    symbols: { τ: 'predicted speed', b_10: 'factor of P10', b_90: 'factor of P90' },
  },
  'carbon-intensity': {
    title: 'Carbon intensity',
    what: 'Carbon of a year over its energy.',
    symbols: { G: 'carbon', E: 'energy' },
  },
  'permit-use': {
    title: 'Share of a permit',
    what: 'What a year takes of what the permit allows.',
    symbols: { X: 'carbon or water', Y: 'years that are counted', X_max: 'limit of the permit' },
  },
}
