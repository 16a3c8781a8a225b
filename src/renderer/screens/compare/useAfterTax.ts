import { useEffect, useState } from 'react'
import { type AfterTax, hasTaxOrDebt } from '../../../engine/results/money/afterTax.ts'
import { guarded, useSession } from '../../state/plan/session.ts'
import { askOnce } from '../../worker/askOnce.ts'
import type { AfterTaxOrder } from '../../worker/messages.ts'
import type { Compared } from './compared.ts'

type Found = ReadonlyMap<string, AfterTax | null>
const NONE: Found = new Map()

/** Figures after tax of the plans that pay any or borrow, by key; worked out one after another off the screen's thread. */
export function useAfterTax(compared: readonly Compared[]): Found {
  const catalogFiles = useSession((state) => state.catalogFiles)
  const [found, setFound] = useState({ of: compared, afterTax: NONE })
  useEffect(() => {
    let stop = (): void => undefined
    let isCurrent = true
    void guarded(async () => {
      const afterTax = new Map<string, AfterTax | null>()
      for (const { key, plan, result } of compared) {
        if (!result || !hasTaxOrDebt(plan)) continue
        const worker = new Worker(new URL('../../worker/afterTax.worker.ts', import.meta.url), {
          type: 'module',
        })
        const run = askOnce<AfterTaxOrder, AfterTax | null>(worker, { plan, catalogFiles, result })
        stop = run.stop
        afterTax.set(key, await run.answer)
        if (!isCurrent) return
        setFound({ of: compared, afterTax: new Map(afterTax) })
      }
    })
    return () => {
      isCurrent = false
      stop()
    }
  }, [compared, catalogFiles])
  return found.of === compared ? found.afterTax : NONE
}
