import { survivalByHour } from '../engine/facility/survival.ts'
import { ReliabilityCase } from '../plan/cases/reliabilityCase.ts'
import { runCase } from './caseCommand.ts'

const HELP = `tokenworks reliability CASE [--out FILE]

Probability that a backup chain has carried its load through each hour of an outage.
CASE is JSON (resources/schema/reliability.schema.json):
  { "generators": [{ "count": 7, "unitMw": 3, "availability": 0.995, "failureToStart": 0.0094, "mttfH": 1100 }],
    "storage": { "powerMw": 5, "energyMwh": 20 }, "loadMw": 17.5, "hours": 72 }
loadMw is one load or a list, one an hour. Answer: survivalByHour, the hour after the start of the outage first.`

export function reliability(args: readonly string[]): Promise<number> {
  return runCase(args, {
    help: HELP,
    schema: ReliabilityCase,
    answer: ({ generators, storage, loadMw, hours }) => ({
      survivalByHour: survivalByHour({
        generators,
        ...(storage ? { storage: { ...storage, startMwh: storage.startMwh ?? storage.energyMwh } } : {}),
        loadMw: Array.isArray(loadMw) ? loadMw : Array.from({ length: hours }, () => loadMw),
      }),
    }),
  })
}
