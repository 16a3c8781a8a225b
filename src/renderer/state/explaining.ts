import { create } from 'zustand'
import type { WorthReport } from '../../engine/why/limits/shadowPrices.ts'
import type { WhyNews, WhyOrder } from '../worker/why.worker.ts'
import { guarded, useSession } from './session.ts'

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
  const worker = new Worker(new URL('../worker/why.worker.ts', import.meta.url), { type: 'module' })
  useExplaining.setState({ ...NOTHING, isRunning: true, inputsHash: opened.inputsHash })
  await guarded(
    () =>
      new Promise<void>((done, failed) => {
        stop = done
        worker.onmessage = ({ data }: MessageEvent<WhyNews>) => {
          if (data.kind === 'progress') useExplaining.setState({ done: data.done, all: data.all })
          else if (data.kind === 'failure') failed(new Error(data.message))
          else {
            useExplaining.setState({ report: data.report })
            done()
          }
        }
        worker.onerror = (event) => failed(new Error(event.message || 'A worker could not be started'))
        const order: WhyOrder = {
          plan: opened.plan,
          result: kept.result,
          catalogFiles,
          byQuarter: BY_QUARTER,
        }
        worker.postMessage(order)
      }),
  )
  worker.terminate()
  useExplaining.setState({ isRunning: false })
}
