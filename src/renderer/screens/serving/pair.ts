import { useMemo } from 'react'
import { create } from 'zustand'
import { getAccelerator, getModel } from '../../../catalog/find.ts'
import { planAnchors } from '../../../engine/derive/models/planAnchors.ts'
import { type Conditions, type PrefillAsked, planPrefill } from '../../../engine/pairs/comparePairs.ts'
import type { Anchor } from '../../../engine/throughput/anchors/anchorStep.ts'
import type { DeployedQuery } from '../../../engine/throughput/predictDeployed.ts'
import type { AcceleratorRow } from '../../../plan/catalog/hardwareRows.ts'
import type { ModelRow } from '../../../plan/catalog/modelRows.ts'
import { AppFault } from '../../../plan/fault.ts'
import { usePlan } from '../../state/plan/usePlan.ts'

interface Pair {
  /** Catalog ids; null: the plan's first. */
  readonly modelId: string | null
  readonly acceleratorId: string | null
  readonly inputTokens: number
  readonly outputTokens: number
  readonly ttftMs: number | null
  readonly tpotMs: number | null
  /** How prompts are read; null: as the plan has each model deployed. */
  readonly prefill: PrefillAsked | null
  /** The number that the planner asked the origin of. */
  readonly explained: DeployedQuery | null
}

/** The pair in view, the same on every part of layers 3 and 4. */
export const usePair = create<Pair>(() => ({
  modelId: null,
  acceleratorId: null,
  inputTokens: 8000,
  outputTokens: 1000,
  ttftMs: 2000,
  tpotMs: 50,
  prefill: null,
  explained: null,
}))

export interface PairInView {
  readonly model: ModelRow
  readonly accelerator: AcceleratorRow
  readonly conditions: Conditions
  /** As was asked for, else as the plan has the model. */
  readonly prefill: PrefillAsked
}

export function usePairInView(): PairInView {
  const { plan, catalog } = usePlan()
  const { modelId, acceleratorId, inputTokens, outputTokens, ttftMs, tpotMs, prefill } = usePair()
  const model =
    catalog.models.find((row) => row.id === modelId) ??
    getModel(catalog, plan.models[0]?.catalogModelId ?? 'gpt-oss-20b')
  const accelerator =
    catalog.accelerators.find((row) => row.id === acceleratorId) ??
    getAccelerator(catalog, plan.accelerators[0]?.catalogAcceleratorId ?? 'nvidia-b300-sxm')
  const conditions = useMemo(
    () => ({
      ...{ inputTokens, outputTokens, cacheHitShare: 0 },
      ...(ttftMs === null ? {} : { ttftMs }),
      ...(tpotMs === null ? {} : { tpotMs }),
    }),
    [inputTokens, outputTokens, ttftMs, tpotMs],
  )
  return { model, accelerator, conditions, prefill: prefill ?? planPrefill(plan, catalog, model.id) }
}

/** The plan's own measured runs as anchors; none while one of them names what is not there. */
export function useAnchors(): readonly Anchor[] {
  const { plan, catalog } = usePlan()
  return useMemo(() => {
    try {
      return planAnchors(plan, catalog)
    } catch (error) {
      if (error instanceof AppFault) return []
      throw error
    }
  }, [plan, catalog])
}
