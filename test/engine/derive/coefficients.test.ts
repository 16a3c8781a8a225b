import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generatePlan } from '../../../bench/instance/generatePlan.ts'
import { deriveInputs } from '../../../src/engine/derive/deriveInputs.ts'
import { formulate } from '../../../src/engine/formulate.ts'
import { readCatalog } from '../../../src/main/readCatalog.ts'
import { readPlan } from '../../../src/plan/readPlan.ts'
import type { Plan } from '../../../src/plan/schema/plan.ts'

const SAMPLES = join(import.meta.dirname, '../../../resources/samples')
const catalog = await readCatalog()

function samples(): Plan[] {
  const files = readdirSync(SAMPLES).filter((name) => name.endsWith('.plan.json'))
  return files.map((name) => readPlan(JSON.parse(readFileSync(join(SAMPLES, name), 'utf8'))))
}

const plans: readonly Plan[] = [
  ...samples(),
  generatePlan('Small', 1),
  generatePlan('Small', 2),
  generatePlan('S2', 1),
]

test.each(plans.map((plan) => [plan.id, plan] as const))(
  '%s: the units keep coefficients within 1e-4 to 1e5, without scaling',
  (_, plan) => {
    const { problem } = formulate(deriveInputs(plan, catalog))
    const outside = problem.rowNames.flatMap((name, row) => {
      const own = problem.values.slice(problem.rowStarts[row], problem.rowStarts[row + 1])
      return own.every((value) => Math.abs(value) >= 1e-4 && Math.abs(value) <= 1e5) ? [] : [name]
    })
    expect(outside).toEqual([])
  },
)
