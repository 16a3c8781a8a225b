import { planCatalog } from '../../catalog/planCatalog.ts'
import { importBenchmark } from '../../engine/throughput/import/importBenchmark.ts'
import type { RunContext } from '../../engine/throughput/import/measuredRun.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import { mergeMeasurements } from '../../plan/mergeMeasurements.ts'
import { readPlan } from '../../plan/readPlan.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { type Outcome, toRowFaults } from '../changes.ts'

interface BenchmarkFile {
  readonly fileName: string
  readonly text: string
  /** What the file does not say and its planner knows. */
  readonly run: RunContext
}

/** Results of a serving benchmark as measured runs of a plan, which its speeds follow from then on. */
export function importBenchmarks(
  plan: Plan,
  catalog: Catalog,
  { fileName, text, run }: BenchmarkFile,
): Outcome {
  const { runs, faults } = importBenchmark(fileName, text, run, planCatalog(plan, catalog))
  const kept = new Map(plan.measurements.map((own) => [own.source, own]))
  const changes = runs
    .filter((own) => JSON.stringify(kept.get(own.source)) !== JSON.stringify(own))
    .map((own) => {
      const before = kept.get(own.source)
      return {
        kind: before ? ('changed' as const) : ('added' as const),
        where: `measurements, ${own.source}`,
        field: `${own.model}, ${own.nAccel} × ${own.accelerator}: outputTokSPerAccel`,
        before: before?.outputTokSPerAccel ?? null,
        after: own.outputTokSPerAccel,
      }
    })
  return {
    plan:
      runs.length === 0
        ? null
        : readPlan({ ...plan, measurements: mergeMeasurements(plan.measurements, runs) }),
    changes,
    faults: toRowFaults('measurements', faults),
  }
}
