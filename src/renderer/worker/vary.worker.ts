import wasmUrl from 'highs/runtime?url'
import { parseCatalog } from '../../catalog/parseCatalog.ts'
import { setHighsFile } from '../../engine/problem/loadHighs.ts'
import { evaluate, type SweepContext } from '../../engine/vary/evaluate.ts'
import type { Outcome, Task } from '../../engine/vary/task.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'

/** First what every task starts from, then one task after another; each is answered by its outcome. */
export type VaryOrder =
  | {
      readonly kind: 'start'
      readonly plan: Plan
      readonly catalogFiles: Readonly<Record<string, string>>
      readonly designs: readonly PlanResult[]
    }
  | { readonly kind: 'task'; readonly task: Task }

export type VaryNews =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'failure'; readonly message: string }

setHighsFile(wasmUrl)
let context: SweepContext | undefined

self.onmessage = async ({ data }: MessageEvent<VaryOrder>) => {
  const post = (news: VaryNews): void => self.postMessage(news)
  try {
    if (data.kind === 'start') {
      context = { plan: data.plan, catalog: parseCatalog(data.catalogFiles), designs: data.designs }
      return
    }
    if (context) post({ kind: 'outcome', outcome: await evaluate(context, data.task) })
  } catch (error) {
    post({ kind: 'failure', message: error instanceof Error ? error.message : String(error) })
  }
}
