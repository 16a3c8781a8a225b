import type { AGAIN_FORMULAS } from '../../../../plan/formulas/again.ts'
import type { FormulaWords } from '../../formulaWords.ts'

const C = 'least cost, penalties included'

export const again: Pick<FormulaWords, keyof typeof AGAIN_FORMULAS> = {
  'front-least': {
    title: 'The least on a front',
    what: 'The least that any plan has of what the front is drawn against, with no more of it and no more tokens unserved than the cheapest plan. It is looked for in place of the least cost; the point on the front is then the cheapest plan with at most 1.001 times that. Carbon is of the electricity of own sites: what is leased or bought is not counted.',
    symbols: {
      m: 'what the front is drawn against',
      m_0: 'the same of the cheapest plan',
      u: 'tokens unserved',
      u_0: 'those of the cheapest plan',
    },
  },
  variant: {
    title: 'A variant of the plan',
    what: 'The plan with inputs changed, solved again; or run again with its design kept. What it costs is set against the plan as it is.',
    symbols: { C, x: 'inputs as they are' },
  },
  change: {
    title: 'Difference of two figures',
    what: 'A figure of one plan less the same figure of the plan that it is held against; each has its own trace, in its own plan.',
    symbols: { y: 'the figure here', y_1: 'the figure that it is held against' },
  },
  'change-share': {
    title: 'Difference as a share',
    what: 'The difference over the figure that it is held against.',
    symbols: { y: 'the figure here', y_1: 'the figure that it is held against' },
  },
  'layer-times': {
    title: 'Megawatts against the plan as it is',
    what: 'Megawatts of accelerators in the last period of the plan without routing, waiting or pooling, over those of the plan as it is. Both are solved alike.',
    symbols: { P: 'megawatts of accelerators at the end', x: 'inputs as they are' },
  },
  'implied-ratio': {
    title: 'Megawatts that the speeds alone imply',
    what: 'What every class asks for at the busiest minute, over what a megawatt of the best hardware for it serves: with every task on a model of the higher floor, and with routing. Nothing is solved, so limits and whole racks play no part.',
    symbols: {
      D_k: 'tokens per second that class k asks for at the busiest minute',
      v_k: 'tokens per second of a megawatt with routing',
      'v′_k': 'the same without routing',
    },
  },
  'small-share': {
    title: 'Share of the tokens that a smaller model serves',
    what: 'Tokens of classes whose model is another with routing than without, of all tokens, both at the peak rates of the last period.',
    symbols: { D_s: 'tokens of those classes', D: 'all tokens' },
  },
  draws: {
    title: 'Percentiles over many draws',
    what: 'Inputs are drawn from their distributions, each draw is solved, and the outcomes are put in order. A shortage is a draw in which more than the share asked for goes unserved; regret is the cost above the best design of the same draw.',
    symbols: { s: 'share of the draws that stay below', n: 'draws that have a plan', C: 'outcomes in order' },
  },
  threshold: {
    title: 'Where a decision turns',
    what: 'The range is halved until the last value with the decision and the last without it are as close as asked for.',
    symbols: { x_a: 'last value below', x_b: 'last value above', ε: 'tolerance' },
  },
  'step-worth': {
    title: 'Worth of a step, cost of a decision',
    what: 'A limit is moved by a step in every period, or a decision is forced, and the plan is solved again: the difference of the cost is what that is worth.',
    symbols: { C, limit: 'the limit as it is', step: 'how far it is moved' },
  },
  'step-size': {
    title: 'Step of a limit',
    what: 'How far a limit is moved to see what it is worth: a round number of its unit, by tens smaller until it is at most half of the limit.',
    symbols: { s_0: 'step of its unit', k: 'times that it is made smaller', b: 'largest value of the limit' },
  },
  agreement: {
    title: 'Agreement of the audit',
    what: 'What the result says and what the auditor finds must be as close as the tolerance; of a limit, the result may not exceed it by more.',
    symbols: { a: 'as the result has it', b: 'the auditor’s own value', ε: 'tolerance' },
  },
  leaning: {
    title: 'What the cost leans on',
    what: 'Share of the net present cost that is proportional to an input: so many per cent for one per cent of it, the plan as built. The speed of a model counts with what its places cost while they run it.',
    symbols: { C_l: 'cost proportional to the input', C: 'net present cost' },
  },
}
