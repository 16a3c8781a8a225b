import { planMoney } from '../catalog/planMoney.ts'
import type { Inputs } from '../engine/derive/inputs.ts'
import type { Catalog } from '../plan/catalog/catalog.ts'
import type { AuditReport } from '../plan/result/audit.ts'
import type { PlanResult } from '../plan/result/result.ts'
import type { Plan } from '../plan/schema/plan.ts'
import type { Language, NumberSteps, ReportDocument, Section } from './document.ts'
import { inCurrency } from './inCurrency.ts'
import { inShippedWords } from './inShippedWords.ts'
import { inNumbers } from './inWan.ts'
import { acceleratorsSection } from './sections/accelerators.ts'
import { assumptionsSection, sourcesSection } from './sections/assumptions.ts'
import { auditSection } from './sections/audit.ts'
import { billSection } from './sections/billOfMaterials.ts'
import { bindingSection } from './sections/binding.ts'
import { budgetsSection } from './sections/budgets.ts'
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
import { sayPlanName } from './words/sayShipped.ts'

/** Sections in their order, by id. */
const SECTIONS = {
  summary: summarySection,
  demand: demandSection,
  sites: sitesSection,
  timeline: timelineSection,
  power: powerSection,
  cooling: coolingSection,
  bill: billSection,
  accelerators: acceleratorsSection,
  distribution: distributionSection,
  economics: economicsSection,
  'carbon-water': carbonWaterSection,
  budgets: budgetsSection,
  binding: bindingSection,
  risks: risksSection,
  audit: auditSection,
  method: methodSection,
  assumptions: assumptionsSection,
  sources: sourcesSection,
}
export type SectionId = keyof typeof SECTIONS
export const SECTION_IDS = Object.keys(SECTIONS) as readonly SectionId[]

export interface ReportOptions {
  /** Day on which it is made, such as 2027-04-01. */
  readonly day: string
  readonly language?: Language
  /** Of a Chinese report; by thousands and millions unless given. */
  readonly numbers?: NumberSteps
  /** Name of the revision that the plan is; none: the plan as it stands. */
  readonly revision?: string
  /** Ids of the sections wanted; all unless given. The audit is never left out where it failed. */
  readonly sections?: readonly string[] | undefined
  /** The plan's constants where they are derived already. */
  readonly inputs?: (() => Inputs) | undefined
}

/** A report whose sections are made one by one, so that a screen can show the first while the next is made. */
export interface OpenReport {
  /** All of the document but its sections. */
  readonly frame: ReportDocument
  /** Makes each section of the document, in its order. */
  readonly makers: readonly (() => Section)[]
}

/** The build-out report of a solved plan, with the catalog as it was shipped. */
export function buildReport(...asked: Parameters<typeof draft>): ReportDocument {
  const { frame, makers, finish } = draft(...asked)
  return finish({ ...frame, sections: makers.map((make) => make()) })
}

/** The same report, section by section. Formulas of tables, which screens do not show, may name another section. */
export function openReport(...asked: Parameters<typeof draft>): OpenReport {
  const { frame, makers, finish } = draft(...asked)
  const finished = (make: () => Section) => () => finish({ ...frame, sections: [make()] }).sections[0]!
  return { frame: finish(frame), makers: makers.map(finished) }
}

function draft(
  plan: Plan,
  catalog: Catalog,
  result: PlanResult,
  audit: AuditReport,
  { day, language = 'en', numbers = 'metric', revision = '', sections, inputs }: ReportOptions,
) {
  const called = { ...plan, name: sayPlanName(plan.name, language) }
  const source = readSource(called, catalog, result, audit, language, inputs)
  const failed = audit.lines.filter((line) => !line.isOk).length
  const isWanted = (id: SectionId): boolean =>
    sections === undefined || sections.includes(id) || (id === 'audit' && !audit.isOk)
  const frame: ReportDocument = {
    reportVersion: 2,
    kind: 'build-out',
    language,
    planId: plan.id,
    planName: source.plan.name,
    description: plan.description,
    revision,
    inputsHash: result.inputsHash,
    day,
    warning: audit.isOk ? '' : source.words.frame.failed(failed, audit.lines.length),
    sections: [],
  }
  const money = planMoney(plan, source.catalog)
  return {
    frame,
    makers: SECTION_IDS.filter(isWanted).map((id) => () => SECTIONS[id](source)),
    finish: (own: ReportDocument) => inNumbers(inCurrency(inShippedWords(own), money), numbers),
  }
}
