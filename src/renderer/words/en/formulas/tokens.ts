import type { TOKEN_FORMULAS } from '../../../../plan/formulas/tokens.ts'
import type { FormulaWords } from '../../formulaWords.ts'

const t_in = 'input tokens of a call'
const t_out = 'output tokens of a call'

export const tokens: Pick<FormulaWords, keyof typeof TOKEN_FORMULAS> = {
  'served-tokens': {
    title: 'Tokens served a day',
    what: 'Input and output tokens that reach a model on an average day of the last period.',
    symbols: { 'q_c,r': 'tokens asked for by a class in a region', 'u_c,r': 'those that nobody serves' },
  },
  'unserved-share': {
    title: 'Unserved share',
    what: 'Tokens that nobody serves over tokens asked for, over the horizon.',
    symbols: { 'u_c,r,t': 'unserved tokens of a class, region and period', 'q_c,r,t': 'tokens asked for' },
  },
  'leased-share': {
    title: 'Leased and bought share',
    what: 'Tokens served on leased accelerators (or bought of APIs) over all tokens served.',
    symbols: { l_t: 'tokens on leases, or bought', q_t: 'tokens asked for', u_t: 'unserved tokens' },
  },
  'edge-share': {
    title: 'Share of the edge',
    what: 'Tokens made on users’ devices and at sites of the edge over all tokens served, over the horizon.',
    symbols: { f_p: 'tokens that a place serves' },
  },
  demand: {
    title: 'Demand in tokens',
    what: 'A line of demand: people, devices or agents, what each does a day, and how many tokens that takes.',
    symbols: {
      n_t: 'active users, devices or agents in the period',
      d: 'tasks of each',
      k: 'calls of a model in a task',
      t_in,
      t_out,
    },
  },
  growth: {
    title: 'Growth of demand',
    what: 'How the number of users, devices or agents grows from the first to the last period. A linear path and a table of your own are there too.',
    symbols: {
      n_0: 'units in the first period',
      n_T: 'units in the last period',
      x: 'place in the horizon, from 0 to 1',
      K: 'level at which a logistic curve saturates',
      M: 'market of the Bass curve',
      p: 'coefficient of innovation',
      q: 'coefficient of imitation',
      y: 'years',
    },
  },
  'peak-demand': {
    title: 'Demand at the busiest minute',
    what: 'Accelerators are sized for it. Regions in other time zones are added hour by hour first, so that their peaks need not meet.',
    symbols: {
      'q_a,t': 'mean demand of a line',
      's_a,r': 'share of the region',
      'w_a,r': 'hour of the week over the week’s mean, in the region’s own time',
      b_a: 'busiest minute over its hour, events included',
    },
  },
  'network-time': {
    title: 'Where a class may be served',
    what: 'A place is near enough where the round trip fits into the network’s share of the time to first token.',
    symbols: {
      RTT: 'round trip between region and place',
      TTFT: 'tightest time to first token of the class',
    },
  },
  'waiting-room': {
    title: 'Room for waiting calls',
    what: 'Small pools need more room than large ones for the same wait. The wait of 95 of 100 calls is taken as at most 20/e times the mean; it may take what the longest round trip leaves of the network’s share of the time to first token.',
    symbols: {
      W: 'mean wait for a place',
      S: 'mean time that a call holds its place',
      V: 'variability of arrivals and holding times, 1.5',
      u: 'share of the places in use',
      k: 'places of the pool',
    },
  },
  'measured-run': {
    title: 'A measured run',
    what: 'What one accelerator put out in a run that was measured, and what one call saw of it.',
    symbols: {
      τ: 'output of one accelerator, as measured',
      n: 'accelerators of the run',
      B: 'calls in flight over all of them',
      θ: 'time per token, as measured',
    },
  },
  'serving-speed': {
    title: 'Tokens per second of an accelerator',
    what: 'One step gives every call one token. Its time is that of reading weights and cache, of arithmetic, of links and of fixed costs. Your own measured runs go before the formula near them.',
    symbols: {
      B: 'calls served at once, at most what latency and memory allow',
      θ: 'time of a step',
      n: 'accelerators of a replica',
      t_in,
      t_out,
      c_j: 'coefficient of a part, fitted to measured runs',
      θ_j: 'time of a part at peak rates',
    },
  },
  'disaggregated-speed': {
    title: 'Tokens per second with disaggregated prefill',
    what: 'Prompts are read on accelerators of their own, in the ratio that keeps both kinds busy. A call takes time of either kind; tokens of a call over that time is the speed of an accelerator of the whole. Those for prompts are only as busy as the target of the first token allows.',
    symbols: {
      f: 'factor of your own measured systems near it, 1 without',
      t_in,
      t_out,
      n_p: 'accelerators of a replica that reads prompts',
      θ_p: 'time to read a prompt',
      ρ_p: 'share of their time that they read, at most 0.9',
      n_d: 'accelerators of a replica that answers',
      θ: 'time of a step',
      ρ_d: 'share of their time that they answer, 0.92',
      B: 'calls answered at once',
    },
  },
  'prefill-share': {
    title: 'Share of the accelerators that read prompts',
    what: 'With disaggregated prefill: time of those that read a prompt over the time that a call takes of both kinds.',
    symbols: {
      n_p: 'accelerators of a replica that reads prompts',
      θ_p: 'time to read a prompt',
      ρ_p: 'share of their time that they read, at most 0.9',
      n_d: 'accelerators of a replica that answers',
      θ: 'time of a step',
      t_out,
      ρ_d: 'share of their time that they answer, 0.92',
      B: 'calls answered at once',
    },
  },
  'prefill-units': {
    title: 'Units that read prompts',
    what: 'Of the units busy with a class, those that read prompts alone: the mean over its workloads, weighted by time.',
    symbols: {
      n_w: 'units busy with the class',
      σ_a: 'share of a workload in the class’s tokens',
      φ_a: 'share of the accelerators that read its prompts',
      τ_a: 'tokens per second of an accelerator on it',
    },
  },
  'memory-batch': {
    title: 'Calls that memory holds',
    what: 'What weights and the reserve leave of the memory, over the cache of a call at its mean length.',
    symbols: {
      G: 'memory of an accelerator',
      n: 'accelerators of a replica',
      W: 'weights at their precision',
      ω: 'cache of a call',
      kv: 'cache of a token',
      t_in,
      t_out,
    },
  },
  'first-token': {
    title: 'Time to first token',
    what: 'Reading the prompt, waiting for prompts before it, and one step.',
    symbols: {
      θ_p: 'time to read a prompt',
      ρ: 'share of time spent on prompts',
      P: 'percentile that the target means, 0.99',
      θ: 'time of a step',
    },
  },
  'board-power': {
    title: 'Power of an accelerator at work',
    what: 'Share of the rated power drawn under load; it rises with the square root of what memory and arithmetic do.',
    symbols: {
      P: 'power drawn',
      P_r: 'rated power',
      i: 'share drawn when idle',
      a: 'coefficient of memory',
      z_mem: 'bytes read, as share of the peak',
      b: 'coefficient of arithmetic',
      z_flop: 'operations, as share of the peak',
      c: 'coefficient of the batch',
      B: 'calls served at once',
      e: 'effect of experts, precision, generation and model',
    },
  },
  'unit-speed': {
    title: 'Tokens per second of a unit (server or rack)',
    what: 'What a unit serves of a class of work: the mean over its workloads weighted by time, less spares, at the utilisation that you allow.',
    symbols: {
      n_u: 'accelerators of a unit',
      s: 'share kept as spares',
      κ: 'utilisation cap of the class’s latency',
      σ_a: 'share of a workload in the class’s tokens',
      τ_a: 'tokens per second of an accelerator on it',
    },
  },
  'units-busy': {
    title: 'Units at work',
    what: 'Units given to a class at a site in an hour suffice for its busiest minute.',
    symbols: {
      'μ_w,g': 'tokens per second of a unit on the class',
      'n_w,g': 'units given to the class',
      F_w: 'demand at the busiest minute',
    },
  },
  'token-band': {
    title: 'Tokens of a band',
    what: 'Of all tokens that arrive in a period, the part that a class has on a model, a model at a place, or a place in its tier.',
    symbols: {
      F: 'tokens per second that arrive in the period',
      'q_c,m,p':
        'tokens of a class on a model at a place: by the units that work for it, of leases and APIs as they flow',
    },
  },
  'link-limit': {
    title: 'Limit of a link',
    what: 'What goes from a region to a site stays within the limit in the busiest minute of every block of hours. The limit is a field of the plan; the flow below is the mean of the period.',
    symbols: {
      b_c: 'busiest minute of a class over its mean in the block',
      'F_c,r,s,h': 'tokens of a class from the region to the site',
      'K_r,s': 'limit of the link',
    },
  },
  utilisation: {
    title: 'Utilisation',
    what: 'Share of an accelerator’s units that serve or train in an hour of a weekday or a day at the weekend.',
    symbols: {
      'n_w,h': 'units that a class keeps at work in the hour',
      n_train: 'units at training',
      A: 'units in service',
    },
  },
  'units-in-service': {
    title: 'Units in service',
    what: 'Units bought to date less those whose life, or time until refresh, is over, and those that were sold earlier.',
    symbols: {
      A_t: 'units in service',
      b_t: 'units bought to date',
      L: 'life, or time until refresh',
      'e_(a,v)': 'units bought in period v that are sold at the earlier age a',
    },
  },
  'order-date': {
    title: 'Order-by date',
    what: 'Last day on which something can be ordered and still stand ready on the first day of its period.',
    symbols: { d_service: 'first day of the period of service', w: 'lead time' },
  },
  'order-slack': {
    title: 'Slack of an order',
    what: 'How long an order may wait until it would decide when the site carries its first load.',
    symbols: { d: 'day to order by', d_first: 'that of the order that must go out first' },
  },
}
