import { z } from 'zod'
import { ClimateCase } from './cases/climateCase.ts'
import { FleetCase } from './cases/fleetCase.ts'
import { ReliabilityCase } from './cases/reliabilityCase.ts'
import { ScreeningCase } from './cases/screeningCase.ts'
import { SizingCase } from './cases/sizingCase.ts'
import { SweepSpec } from './cases/sweepSpec.ts'
import { TariffCase } from './cases/tariffCase.ts'
import { AuditReport } from './result/audit.ts'
import { PlanResult } from './result/result.ts'
import { Plan } from './schema/plan.ts'

/** JSON Schema (draft 2020-12) of the files that leave the product, by file name in `resources/schema`. */
export function jsonSchemas(): Record<string, string> {
  const toText = (schema: unknown) => `${JSON.stringify(schema, null, 2)}\n`
  return {
    'plan.schema.json': toText(z.toJSONSchema(Plan, { io: 'input' })),
    'result.schema.json': toText(z.toJSONSchema(PlanResult)),
    'tariff.schema.json': toText(z.toJSONSchema(TariffCase, { io: 'input' })),
    'reliability.schema.json': toText(z.toJSONSchema(ReliabilityCase, { io: 'input' })),
    'sizing.schema.json': toText(z.toJSONSchema(SizingCase, { io: 'input' })),
    'climate.schema.json': toText(z.toJSONSchema(ClimateCase, { io: 'input' })),
    'screening.schema.json': toText(z.toJSONSchema(ScreeningCase, { io: 'input' })),
    'fleet.schema.json': toText(z.toJSONSchema(FleetCase, { io: 'input' })),
    'sweep.schema.json': toText(z.toJSONSchema(SweepSpec, { io: 'input' })),
    'audit.schema.json': toText(z.toJSONSchema(AuditReport)),
  }
}
