import { create } from 'zustand'
import { LAYER_VARIANTS, type LayerVariant, variantEdits } from '../../../engine/demand/layerVariants.ts'
import { withoutLimits } from '../../../engine/demand/withoutLimits.ts'
import type { Metrics } from '../../../engine/vary/task.ts'
import { openVaryWorkers, STOPPED } from '../../worker/openVaryWorkers.ts'
import { useSession } from '../plan/session.ts'

interface LayerWorth {
  /** Null where the variant has no plan. */
  readonly found: ReadonlyMap<LayerVariant, Metrics | null> | null
  /** Inputs of the plan that it is of. */
  readonly inputsHash: string | null
  /** Of the last period alone with nothing in its way. */
  readonly isUnlimited: boolean
  readonly isRunning: boolean
  readonly solved: number
  readonly problem: string | null
}

const NOTHING: LayerWorth = {
  ...{ found: null, inputsHash: null, isUnlimited: true, isRunning: false, solved: 0, problem: null },
}
export const useLayerWorth = create<LayerWorth>(() => NOTHING)
let stop = (): void => undefined

/** Solves the plan with and without what layers 6 and 5 do, side by side in workers. */
export async function findLayerWorth(isUnlimited: boolean): Promise<void> {
  const { opened, catalogFiles } = useSession.getState()
  if (!opened || useLayerWorth.getState().isRunning) return
  const plan = isUnlimited ? withoutLimits(opened.plan) : opened.plan
  const workers = openVaryWorkers({ plan, catalogFiles, designs: [] }, new Map(), () =>
    useLayerWorth.setState(({ solved }) => ({ solved: solved + 1 })),
  )
  stop = workers.stop
  useLayerWorth.setState({ ...NOTHING, isUnlimited, inputsHash: opened.inputsHash, isRunning: true })
  try {
    const tasks = LAYER_VARIANTS.map((id) => ({ id, edits: variantEdits(plan, id), design: 'full' as const }))
    const outcomes = new Map((await workers.run(tasks)).map((own) => [own.id, own.metrics]))
    useLayerWorth.setState({ found: new Map(LAYER_VARIANTS.map((id) => [id, outcomes.get(id) ?? null])) })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    useLayerWorth.setState({ problem: message === STOPPED ? null : message })
  }
  workers.stop()
  useLayerWorth.setState({ isRunning: false })
}

export const stopLayerWorth = (): void => stop()
