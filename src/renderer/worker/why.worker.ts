import wasmUrl from 'highs/runtime?url'
import { parseCatalog } from '../../catalog/parseCatalog.ts'
import { deriveInputs } from '../../engine/derive/deriveInputs.ts'
import { formulate } from '../../engine/formulate.ts'
import { setHighsFile } from '../../engine/problem/highsModel.ts'
import { explainWorth, type WorthReport } from '../../engine/why/limits/shadowPrices.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'

/** To the worker: a solved plan. */
export interface WhyOrder {
  readonly plan: Plan
  readonly catalogFiles: Readonly<Record<string, string>>
  readonly result: PlanResult
  readonly byQuarter: number
}

/** From the worker. */
export type WhyNews =
  | { readonly kind: 'progress'; readonly done: number; readonly all: number }
  | { readonly kind: 'answer'; readonly report: WorthReport }
  | { readonly kind: 'failure'; readonly message: string }

setHighsFile(wasmUrl)

self.onmessage = async ({ data }: MessageEvent<WhyOrder>) => {
  const post = (news: WhyNews): void => self.postMessage(news)
  try {
    const { plan, catalogFiles, result, byQuarter } = data
    const formulation = formulate(deriveInputs(plan, parseCatalog(catalogFiles)))
    const onProgress = (done: number, all: number): void => post({ kind: 'progress', done, all })
    post({ kind: 'answer', report: await explainWorth({ formulation, result, byQuarter, onProgress }) })
  } catch (error) {
    post({ kind: 'failure', message: error instanceof Error ? error.message : String(error) })
  }
}
