import { contract } from '../contract/contract.ts'
import { AppFault } from '../plan/fault.ts'
import type { LibraryCalls } from './handlers.ts'

/** Stands where the library will: its shelf is empty, and every other call says why it cannot be done. */
export function absentLibrary(): LibraryCalls {
  const absent = (): never => {
    throw new AppFault('not-found', 'This build keeps no plans yet: work with plan files (tokenworks solve)')
  }
  const calls = Object.fromEntries(Object.keys(contract).map((channel) => [channel, absent]))
  return { ...(calls as unknown as LibraryCalls), 'plans.list': () => [], 'templates.list': () => [] }
}
