import { parseCatalog } from '../../catalog/parseCatalog.ts'
import { sourcedLeanings } from '../../engine/trace/decisions/sourcedLeanings.ts'
import { TraceContext } from '../../engine/trace/traceContext.ts'
import { sayCatalog } from '../../report/words/sayNames.ts'
import { answerWith } from './askOnce.ts'
import type { LeaningsOrder } from './messages.ts'

answerWith(({ plan, catalogFiles, language, result }: LeaningsOrder) =>
  sourcedLeanings(new TraceContext(plan, sayCatalog(parseCatalog(catalogFiles), language), result)),
)
