/** One thing wrong with what came from outside: where it stands, what it was, what was expected. */
export interface InputFault {
  /** Path of the field, as in `sites[0].power.gridLimitMw`, or `row 12, column price_usd_mwh`. */
  readonly path: string
  readonly value: unknown
  /** What would have been right, in words the planner can act on. */
  readonly expected: string
}

export type FaultCode = 'bad-input' | 'not-found' | 'conflict' | 'damaged' | 'newer-version' | 'internal'

/** An expected failure: it crosses the door to the screen as a value, and the command line as a line each. */
export class AppFault extends Error {
  readonly code: FaultCode
  readonly faults: readonly InputFault[]

  constructor(code: FaultCode, message: string, faults: readonly InputFault[] = []) {
    super(message)
    this.name = 'AppFault'
    this.code = code
    this.faults = faults
  }
}

/** The faults with which work ends; none where it succeeds. Other errors pass. */
export function findFaults(work: () => unknown): readonly InputFault[] {
  try {
    work()
    return []
  } catch (error) {
    if (error instanceof AppFault) return error.faults
    throw error
  }
}

/** One line for one fault: path, value, expectation. */
export function describeFault(fault: InputFault): string {
  return `${fault.path}: ${showFaultValue(fault.value) ?? 'nothing'}; expected ${fault.expected}`
}

/** What was given, cut where it is long; undefined: nothing was. */
export function showFaultValue(value: unknown): string | undefined {
  // What sums of shares leave behind their twelfth digit is no part of what was given.
  const plain = typeof value === 'number' ? Number(value.toPrecision(12)) : (value ?? undefined)
  const text = JSON.stringify(plain) as string | undefined
  return text !== undefined && text.length > 80 ? `${text.slice(0, 77)}...` : text
}
