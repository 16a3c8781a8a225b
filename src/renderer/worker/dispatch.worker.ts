import wasmUrl from 'highs/runtime?url'
import { parseCatalog } from '../../catalog/parseCatalog.ts'
import { compareDays } from '../../engine/dispatch/compareDays.ts'
import { setHighsFile } from '../../engine/problem/loadHighs.ts'
import { answerWith } from './askOnce.ts'
import type { DispatchOrder } from './messages.ts'

setHighsFile(wasmUrl)

answerWith(({ catalogFiles, ...question }: DispatchOrder) =>
  compareDays({ ...question, catalog: parseCatalog(catalogFiles) }),
)
