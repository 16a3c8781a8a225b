import { MONTHS_PER_QUARTER, monthNumber } from './calendar.ts'
import type { InputFault } from './fault.ts'
import type { Plan } from './schema/plan.ts'

const MOST_PERIODS = 80

/** A horizon of quarters or years begins with a quarter, and only months may be as many as the schema allows. */
export function findHorizonFaults({ horizon }: Plan): InputFault[] {
  const { start, periods, periodLength } = horizon
  if (periodLength === 'month') return []
  const faults: InputFault[] = []
  if (monthNumber(start) % MONTHS_PER_QUARTER !== 0)
    faults.push({
      path: 'horizon.start',
      value: start,
      expected: 'a quarter or its first month, such as 2027Q2 or 2027-04; or a periodLength of "month"',
    })
  if (periods > MOST_PERIODS)
    faults.push({
      path: 'horizon.periods',
      value: periods,
      expected: `at most ${MOST_PERIODS} periods of a ${periodLength}; up to 240 where periodLength is "month"`,
    })
  return faults
}
