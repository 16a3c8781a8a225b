import wasmUrl from 'highs/runtime?url'
import { parseCatalog } from '../../catalog/parseCatalog.ts'
import { coolingBlocks } from '../../engine/facility/coolingBlocks.ts'
import { setHighsFile } from '../../engine/problem/loadHighs.ts'
import { answerWith } from './askOnce.ts'
import type { BlocksOrder } from './messages.ts'

setHighsFile(wasmUrl)

answerWith(({ catalogFiles, plan, result, siteId }: BlocksOrder) =>
  coolingBlocks(plan, parseCatalog(catalogFiles), siteId, result),
)
