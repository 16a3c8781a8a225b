import { AppFault } from '../../../plan/fault.ts'

/** What is derived of the plan in view; null where the plan does not fit the catalog, which its problems then say. */
export function derived<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof AppFault) return null
    throw error
  }
}
