import { parseCatalog } from '../../catalog/parseCatalog.ts'
import { resultAfterTax } from '../../engine/results/money/resultAfterTax.ts'
import { answerWith } from './askOnce.ts'
import type { AfterTaxOrder } from './messages.ts'

answerWith(({ plan, catalogFiles, result }: AfterTaxOrder) =>
  resultAfterTax(plan, parseCatalog(catalogFiles), result),
)
