import wasmUrl from 'highs/runtime?url'
import { parseCatalog } from '../../catalog/parseCatalog.ts'
import { deriveInputs } from '../../engine/derive/deriveInputs.ts'
import { formulate } from '../../engine/formulate.ts'
import { setHighsFile } from '../../engine/problem/loadHighs.ts'
import { explainWorth } from '../../engine/why/limits/shadowPrices.ts'
import { answerWith } from './askOnce.ts'
import type { WhyOrder } from './messages.ts'

setHighsFile(wasmUrl)

answerWith(({ plan, catalogFiles, result, byQuarter }: WhyOrder, onProgress) => {
  const formulation = formulate(deriveInputs(plan, parseCatalog(catalogFiles)))
  return explainWorth({ formulation, result, byQuarter, onProgress })
})
