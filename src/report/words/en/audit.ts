import { type Figure, say } from '../../document.ts'

export const audit = {
  heading: 'Audit',
  about: (agreeing: Figure, all: Figure) =>
    say`The result was computed again, hour by hour and payment by payment, by code that shares no formula with the solver. ${agreeing} of ${all} figures agree.`,
  checks: 'Checks',
  check: 'Check',
  lines: 'Lines',
  agree: 'Agree',
  finding: 'Finding',
  agrees: 'agrees',
  disagrees: 'DOES NOT AGREE',
  failures: 'What does not agree',
  where: 'Where',
  claimed: 'Claimed',
  recomputed: 'Recomputed',
  unit: 'Unit',
  names: {} as Readonly<Record<string, string>>,
}
