import wasmUrl from 'highs/runtime?url'
import { parseCatalog } from '../../catalog/parseCatalog.ts'
import { setHighsFile } from '../../engine/problem/loadHighs.ts'
import { solveWithCooling } from '../../engine/solveWithCooling.ts'
import { SolverMemory } from '../../engine/strategy/solverMemory.ts'
import type { SolveNews, SolveOrder } from './messages.ts'

const PROGRESS_EVERY_MS = 80

setHighsFile(wasmUrl)

/** Of one plan: another starts anew. */
const memory = new SolverMemory()
let rememberedId: string | undefined

self.onmessage = ({ data }: MessageEvent<SolveOrder>) => {
  solve(data).catch((error: unknown) =>
    post({ kind: 'failure', message: error instanceof Error ? error.message : String(error) }),
  )
}

/** HiGHS holds this thread while it runs, so the wish to stop comes through shared memory. */
async function solve({ plan, inputsHash, catalogFiles, cancelFlag }: SolveOrder): Promise<void> {
  const flag = cancelFlag && new Int32Array(cancelFlag)
  if (plan.id !== rememberedId) memory.close()
  rememberedId = plan.id
  let lastMs = 0
  const answer = await solveWithCooling({
    plan,
    memory,
    inputsHash,
    catalog: parseCatalog(catalogFiles),
    onConflict: (found) => post({ kind: 'conflict', found }),
    isCancelled: () => flag !== null && Atomics.load(flag, 0) !== 0,
    onProgress: (progress) => {
      if (progress.phase !== 'done' && performance.now() - lastMs < PROGRESS_EVERY_MS) return
      lastMs = performance.now()
      post({ kind: 'progress', progress })
    },
  })
  post({ kind: 'answer', answer })
}

function post(news: SolveNews): void {
  self.postMessage(news)
}
