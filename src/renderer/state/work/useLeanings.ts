import { useEffect } from 'react'
import { create } from 'zustand'
import type { SourcedLeaning } from '../../../engine/trace/decisions/sourcedLeanings.ts'
import { askOnce } from '../../worker/askOnce.ts'
import type { LeaningsOrder } from '../../worker/messages.ts'
import { guarded, type KeptResult, useSession } from '../plan/session.ts'
import { currentLanguage } from '../view/language.ts'

const NONE: readonly SourcedLeaning[] = []
/** They are still being looked for. */
export const NOT_YET: readonly SourcedLeaning[] = []

type Result = KeptResult['result']

interface Found {
  /** The result that they are of, as it is shown. */
  readonly of: Result | null
  readonly items: readonly SourcedLeaning[]
}

const useFound = create<Found>(() => ({ of: null, items: NOT_YET }))
let stop = (): void => undefined

/** Inputs that the cost of the plan in view leans on, the most first; none while its result is stale. */
export function useLeanings(): readonly SourcedLeaning[] {
  const result = useSession(({ kept }) => (kept?.isStale === false ? kept.result : null))
  const found = useFound()
  useEffect(() => {
    if (result && useFound.getState().of !== result) void look(result)
  }, [result])
  if (!result) return NONE
  return found.of === result ? found.items : NOT_YET
}

/** In a worker, once for a result: half a second on a large plan, for which the first screen would stand still. */
async function look(result: Result): Promise<void> {
  const { opened, catalogFiles } = useSession.getState()
  if (!opened) return
  stop()
  useFound.setState({ of: result, items: NOT_YET })
  const worker = new Worker(new URL('../../worker/leanings.worker.ts', import.meta.url), { type: 'module' })
  const order = { plan: opened.plan, catalogFiles, language: currentLanguage(), result }
  const asked = askOnce<LeaningsOrder, SourcedLeaning[]>(worker, order)
  stop = asked.stop
  await guarded(async () => {
    const items = await asked.answer
    if (useFound.getState().of === result) useFound.setState({ items })
  })
}
