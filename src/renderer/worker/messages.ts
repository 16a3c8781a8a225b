import type { SolveAnswer } from '../../engine/solvePlan.ts'
import type { SolveProgress } from '../../engine/strategy/solveFormulation.ts'
import type { HourlyTexts } from '../../engine/time/readSiteYear.ts'
import type { siteProfiles } from '../../engine/time/siteProfiles.ts'
import type { Infeasibility } from '../../engine/why/conflict/explainInfeasible.ts'
import type { InputFault } from '../../plan/fault.ts'
import type { PlanResult } from '../../plan/result/result.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Language } from '../../report/document.ts'

/** To the worker: one plan to solve. */
export interface SolveOrder {
  readonly plan: Plan
  readonly inputsHash: string
  /** The catalog's files as text, by table. */
  readonly catalogFiles: Readonly<Record<string, string>>
  /** One 32-bit flag: not zero means stop and keep the best plan so far. */
  readonly cancelFlag: SharedArrayBuffer | null
}

/** From the worker. */
export type SolveNews =
  | { readonly kind: 'progress'; readonly progress: SolveProgress }
  | { readonly kind: 'conflict'; readonly found: Infeasibility }
  | { readonly kind: 'answer'; readonly answer: SolveAnswer }
  | { readonly kind: 'failure'; readonly message: string }

/** To the auditor: a plan and what was claimed of it. */
export interface AuditOrder {
  readonly plan: Plan
  readonly inputsHash: string
  readonly catalogFiles: Readonly<Record<string, string>>
  readonly result: PlanResult
}

/** To the one who prices the limits of a solved plan; so many of the dearest are priced quarter by quarter too. */
export interface WhyOrder extends Omit<AuditOrder, 'inputsHash'> {
  readonly byQuarter: number
}

/** To the one who works out revenue, margins and cash of a solved plan. */
export type MoneyOrder = Omit<AuditOrder, 'inputsHash'>

/** To the one who finds what the cost leans on; plan and result as they are shown, the catalog to be said so. */
export interface LeaningsOrder extends MoneyOrder {
  readonly language: Language
}

/** To the reader of a year of hours: texts of its files, and how typical days are made of them. */
export interface HourlyOrder {
  readonly texts: HourlyTexts
  readonly choice: Parameters<typeof siteProfiles>[1]
}

/** Typical days, or what is wrong with the files. */
export interface HourlyAnswer {
  readonly profiles: ReturnType<typeof siteProfiles> | null
  readonly faults: readonly InputFault[]
}

/** To the one who works out tax and loans of a solved plan. */
export type AfterTaxOrder = Omit<AuditOrder, 'inputsHash'>

/** To the one who chooses cooling block by block at a site of a solved plan. */
export type BlocksOrder = Omit<DispatchOrder, 'period'>

/** To the dispatcher: a site of a solved plan in one period; the answer has its representative days. */
export interface DispatchOrder {
  readonly plan: Plan
  readonly catalogFiles: Readonly<Record<string, string>>
  readonly result: PlanResult
  readonly siteId: string
  readonly period: string
}
