import type { Catalog } from '../plan/catalog/catalog.ts'
import type { AuditReport } from '../plan/result/audit.ts'
import type { PlanResult } from '../plan/result/result.ts'
import type { Plan } from '../plan/schema/plan.ts'
import type { ReportDocument } from './document.ts'
import { acceleratorsSection } from './sections/accelerators.ts'
import { assumptionsSection } from './sections/assumptions.ts'
import { auditSection } from './sections/audit.ts'
import { billSection } from './sections/billOfMaterials.ts'
import { bindingSection } from './sections/binding.ts'
import { carbonWaterSection } from './sections/carbonWater.ts'
import { coolingSection } from './sections/cooling.ts'
import { demandSection } from './sections/demand.ts'
import { distributionSection } from './sections/distribution.ts'
import { economicsSection } from './sections/economics.ts'
import { methodSection } from './sections/method.ts'
import { powerSection } from './sections/power.ts'
import { risksSection } from './sections/risks.ts'
import { sitesSection } from './sections/sites.ts'
import { summarySection } from './sections/summary.ts'
import { timelineSection } from './sections/timeline.ts'
import { readSource } from './source.ts'

const SECTIONS = [
  summarySection,
  demandSection,
  sitesSection,
  timelineSection,
  powerSection,
  coolingSection,
  billSection,
  acceleratorsSection,
  distributionSection,
  economicsSection,
  carbonWaterSection,
  bindingSection,
  risksSection,
  auditSection,
  methodSection,
  assumptionsSection,
]

/** The build-out report of a solved plan, made on a day such as 2027-04-01, with the catalog as it was shipped. */
export function buildReport(
  plan: Plan,
  catalog: Catalog,
  result: PlanResult,
  audit: AuditReport,
  day: string,
): ReportDocument {
  const source = readSource(plan, catalog, result, audit)
  return {
    reportVersion: 1,
    planId: plan.id,
    planName: plan.name,
    description: plan.description,
    inputsHash: result.inputsHash,
    day,
    sections: SECTIONS.map((toSection) => toSection(source)),
  }
}
