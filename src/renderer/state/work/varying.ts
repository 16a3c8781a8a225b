import { create } from 'zustand'
import { runSweep, type SweepReport } from '../../../engine/vary/runSweep.ts'
import type { Outcome } from '../../../engine/vary/task.ts'
import type { SweepSpec } from '../../../plan/cases/sweepSpec.ts'
import { openVaryWorkers, STOPPED } from '../../worker/openVaryWorkers.ts'
import { useSession } from '../plan/session.ts'

interface Varying {
  readonly report: SweepReport | null
  /** What was asked. */
  readonly spec: SweepSpec | null
  /** Inputs of the plan that it is of. */
  readonly inputsHash: string | null
  readonly isRunning: boolean
  readonly solved: number
  /** Why it ended without a report; null: it did not. */
  readonly problem: string | null
}

export interface SweepStore {
  readonly use: typeof useVarying
  readonly start: (spec: SweepSpec) => Promise<void>
  readonly stop: () => void
}

const NOTHING: Varying = {
  ...{ report: null, spec: null, inputsHash: null, isRunning: false, solved: 0, problem: null },
}
const createVarying = () => create<Varying>(() => NOTHING)
export const useVarying = createVarying()

/** One sweep at a time; of the last one what was solved is kept, so that it goes on where it was stopped. */
function createSweepStore(use: typeof useVarying): SweepStore {
  let known = new Map<string, Outcome>()
  let knownOf = ''
  let stop = (): void => undefined
  const start = async (spec: SweepSpec): Promise<void> => {
    const { opened, kept, catalogFiles } = useSession.getState()
    if (!opened || use.getState().isRunning) return
    const identity = JSON.stringify([opened.inputsHash, spec])
    if (identity !== knownOf) known = new Map()
    knownOf = identity
    const designs = kept && !kept.isStale ? [kept.result] : []
    const start = { plan: opened.plan, catalogFiles, designs }
    const workers = openVaryWorkers(start, new Map(known), (outcome) => {
      known.set(outcome.id, outcome)
      use.setState({ solved: known.size })
    })
    stop = workers.stop
    use.setState({ ...NOTHING, spec, inputsHash: opened.inputsHash, isRunning: true, solved: known.size })
    try {
      use.setState({ report: await runSweep(spec, designs.length, workers.run) })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      use.setState({ problem: message === STOPPED ? null : message })
    }
    workers.stop()
    use.setState({ isRunning: false })
  }
  return { use, start, stop: () => stop() }
}

/** The Vary screen's, the break-even's and the forced decision's own sweeps. */
export const varying = createSweepStore(useVarying)
export const breakingEven = createSweepStore(createVarying())
