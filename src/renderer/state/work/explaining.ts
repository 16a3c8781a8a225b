import { create } from 'zustand'
import type { WorthReport } from '../../../engine/why/limits/shadowPrices.ts'
import { askOnce } from '../../worker/askOnce.ts'
import type { WhyOrder } from '../../worker/messages.ts'
import { guarded, useSession } from '../plan/session.ts'

interface Explaining {
  readonly report: WorthReport | null
  /** Inputs of the plan that the report is of. */
  readonly inputsHash: string | null
  readonly isRunning: boolean
  readonly done: number
  readonly all: number
}

const NOTHING: Explaining = { report: null, inputsHash: null, isRunning: false, done: 0, all: 0 }
export const useExplaining = create<Explaining>(() => NOTHING)

let stop = (): void => undefined
export const stopExplaining = (): void => stop()

/** So many of the dearest limits are priced quarter by quarter. */
const BY_QUARTER = 3

/** Prices the limits of the result in view, in a worker. */
export async function explain(): Promise<void> {
  const { opened, kept, catalogFiles } = useSession.getState()
  if (!opened || !kept || kept.isStale || useExplaining.getState().isRunning) return
  const { plan, inputsHash } = opened
  const worker = new Worker(new URL('../../worker/why.worker.ts', import.meta.url), { type: 'module' })
  const order = { plan, catalogFiles, result: kept.result, byQuarter: BY_QUARTER }
  const asked = askOnce<WhyOrder, WorthReport>(worker, order, (done, all) =>
    useExplaining.setState({ done, all }),
  )
  stop = () => {
    asked.stop()
    useExplaining.setState({ isRunning: false })
  }
  useExplaining.setState({ ...NOTHING, isRunning: true, inputsHash })
  await guarded(async () => useExplaining.setState({ report: await asked.answer }))
  useExplaining.setState({ isRunning: false })
}
