import { readFileSync } from 'node:fs'
import { auditResult } from '../../src/engine/audit/auditResult.ts'
import { hashPlan } from '../../src/main/hashPlan.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { readPlanText } from '../../src/plan/readPlan.ts'
import { PlanResult } from '../../src/plan/result/result.ts'
import type { Plan } from '../../src/plan/schema/plan.ts'
import { buildReport, type ReportOptions } from '../../src/report/buildReport.ts'
import type { ReportDocument } from '../../src/report/document.ts'

const SAMPLE = 'resources/samples/meridian'

export const plan = readPlanText(readFileSync(`${SAMPLE}.plan.json`, 'utf8'))
export const result = PlanResult.parse(JSON.parse(readFileSync(`${SAMPLE}.result.json`, 'utf8')))
export const catalog = await readCatalog()
export const audit = auditResult(plan, catalog, result, hashPlan(plan))

/** The sample's report, with names of the plan and deployments changed where a test asks for it. */
export function sampleReport(
  rename: (plan: Plan) => Plan = (own) => own,
  options: Partial<ReportOptions> = {},
  deployments: PlanResult['deployments'] = result.deployments,
): ReportDocument {
  return buildReport(rename(plan), catalog, { ...result, deployments }, audit, {
    day: '2026-11-25',
    ...options,
  })
}
