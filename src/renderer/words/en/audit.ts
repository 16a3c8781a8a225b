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
  shortDiffers: (failed: string) => `Audit: ${failed} lines differ.`,
}
