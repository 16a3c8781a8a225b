export const audit = {
  title: 'Audit',
  running: 'The result is being audited …',
  none: 'There is no result of this plan as it stands; solve it first.',
  agrees: (lines: string) => `The audit agrees with the result in all ${lines} lines.`,
  differs: (failed: string, lines: string) =>
    `The audit differs from the result in ${failed} of ${lines} lines.`,
  how: 'It re-computes the plan hour by hour, with code that shares no formula with the solver.',
  checks: 'Checks',
  check: 'Check',
  lines: 'Lines',
  ok: 'Agree',
  failed: 'Differences',
  finding: 'Finding',
  where: 'Where in the result',
  first: (count: string) => `the first ${count}`,
  short: (lines: string) => `Audit: all ${lines} lines agree.`,
  reproduce: 'Solve again',
  solveAgain: 'Solve the same inputs again',
  stop: 'Stop',
  reproduceAbout: (engine: string) =>
    `The solver is deterministic: the same inputs and version (${engine}) give the same plan, as far as no time limit ends the search.`,
  reproducing: 'Solving from nothing …',
  same: (seconds: string) => `The same plan came out, to the last figure, after ${seconds} s.`,
  noPlan: 'No plan came out this time.',
  other: (cost: string, share: string, isWithin: boolean) =>
    `Another plan came out: ${cost}, ${share} apart, ${isWithin ? 'within' : 'beyond'} the proven gap.`,
  shortDiffers: (failed: string) => `Audit: ${failed} lines differ.`,
}
