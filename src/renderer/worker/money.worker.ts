import { parseCatalog } from '../../catalog/parseCatalog.ts'
import { moneyView } from '../../engine/results/money/moneyView.ts'
import { answerWith } from './askOnce.ts'
import type { MoneyOrder } from './messages.ts'

answerWith(({ plan, catalogFiles, result }: MoneyOrder) =>
  moneyView(plan, parseCatalog(catalogFiles), result),
)
