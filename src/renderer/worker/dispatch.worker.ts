import wasmUrl from 'highs/runtime?url'
import { parseCatalog } from '../../catalog/parseCatalog.ts'
import { dispatchDay } from '../../engine/dispatch/dispatchDay.ts'
import { siteDay } from '../../engine/dispatch/siteDay.ts'
import { setHighsFile } from '../../engine/problem/highsModel.ts'
import { answerWith } from './askOnce.ts'
import type { DispatchOrder } from './messages.ts'

setHighsFile(wasmUrl)

answerWith(async ({ catalogFiles, ...question }: DispatchOrder) => {
  const day = siteDay({ ...question, catalog: parseCatalog(catalogFiles) })
  return { loadMw: day.loadMw, usdPerMwh: day.usdPerMwh, dispatch: await dispatchDay(day) }
})
