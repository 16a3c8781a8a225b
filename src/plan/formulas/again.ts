import type { Formula } from './formula.ts'

const COST = 'M$'

/** What is found by solving a plan again, and what is made of many such plans; what an auditor and a planner weigh. */
export const AGAIN_FORMULAS = {
  'front-least': {
    expression: 'm* = min m(x),  m(x) ≤ m_0,  u(x) ≤ u_0',
    unit: 't, or million tokens',
    symbols: {
      m: 't, or million tokens',
      m_0: 't, or million tokens',
      u: 'million tokens',
      u_0: 'million tokens',
    },
    code: 'engine/vary/aimAtLeast.ts',
    audit: null,
    source: 'A solve of its own with the row of the cap as objective, to its own proven gap',
  },
  variant: {
    expression: 'ΔC = C(x′) − C(x)',
    unit: COST,
    symbols: { C: COST, x: '' },
    code: 'engine/vary/evaluate.ts',
    audit: null,
    source: 'Each variant is a plan of its own, solved to its own proven gap',
  },
  change: {
    expression: 'Δ = y − y_1',
    unit: 'unit of the figure',
    symbols: { y: 'unit of the figure', y_1: 'unit of the figure' },
    code: 'engine/trace/decisions/changeTraces.ts',
    audit: null,
    source: 'Definition',
  },
  'change-share': {
    expression: 'δ = (y − y_1) / |y_1|',
    unit: '',
    symbols: { y: 'unit of the figure', y_1: 'unit of the figure' },
    code: 'engine/trace/decisions/changeTraces.ts',
    audit: null,
    source: 'Definition',
  },
  'layer-times': {
    expression: 'ρ = P(x′) / P(x)',
    unit: '',
    symbols: { P: 'MW', x: '' },
    code: 'engine/vary/evaluate.ts',
    audit: null,
    source: 'Each variant is a plan of its own, solved to its own proven gap',
  },
  'implied-ratio': {
    expression: 'ρ = (Σ_k D_k / v′_k) / (Σ_k D_k / v_k)',
    unit: '',
    symbols: { D_k: 'tok/s', v_k: 'tok/s per MW', 'v′_k': 'tok/s per MW' },
    code: 'engine/demand/impliedRatio.ts',
    audit: null,
    source: 'Speeds of the models on the best hardware of the plan for each class; nothing is solved',
  },
  'small-share': {
    expression: 's = D_s / D',
    unit: '',
    symbols: { D_s: 'million tokens', D: 'million tokens' },
    code: 'engine/demand/impliedRatio.ts',
    audit: null,
    source: 'Definition',
  },
  draws: {
    expression: 'P_s = C_(⌊s (n − 1)⌋), between ranks by a straight line',
    unit: COST,
    symbols: { s: '', n: 'draws', C: COST },
    code: 'engine/vary/monteCarlo.ts',
    audit: null,
    source: 'Draws by seed and number; rank correlation by a Gaussian copula',
  },
  threshold: {
    expression: 'x* = (x_a + x_b) / 2,  x_b − x_a ≤ ε x*',
    unit: '',
    symbols: { x_a: '', x_b: '', ε: '' },
    code: 'engine/vary/threshold.ts',
    audit: null,
    source: 'Bisection; each step solves a plan',
  },
  'step-worth': {
    expression: 'ΔC = C(limit) − C(limit + step)',
    unit: '$',
    symbols: { C: COST, limit: 'unit of the limit', step: 'unit of the limit' },
    code: 'engine/why/limits/shadowPrices.ts',
    audit: null,
    source:
      'The linear problem solved again with the structure as built; a forced decision is solved from nothing',
  },
  'step-size': {
    expression: 's = s_0 / 10^k,  s ≤ b / 2',
    unit: 'unit of the limit',
    symbols: { s_0: 'unit of the limit', k: '', b: 'unit of the limit' },
    code: 'engine/why/limits/shadowPrices.ts',
    audit: null,
    source: 'One of the unit, 0.1 Mtok/s, 100 accelerators, 1,000 t, m³ or MWh',
  },
  agreement: {
    expression: '|a − b| ≤ ε max(|a|, |b|)',
    unit: '',
    symbols: { a: '', b: '', ε: '' },
    code: 'engine/audit/line.ts',
    audit: 'engine/audit/line.ts',
    source:
      'Second computation that shares no formula with the solver; of a limit b is the most that a may be',
  },
  leaning: {
    expression: 'λ = Σ_l C_l / C',
    unit: '',
    symbols: { C_l: COST, C: COST },
    code: 'engine/trace/decisions/leanings.ts',
    audit: null,
    source: 'First order: at the optimum what the plan decides changes nothing',
  },
} as const satisfies Record<string, Formula>
