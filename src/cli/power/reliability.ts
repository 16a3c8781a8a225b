import { type BackupChain, survive } from '../../engine/facility/survival.ts'
import { survivalByStart } from '../../engine/facility/survivalByStart.ts'
import { ReliabilityCase } from '../../plan/cases/reliabilityCase.ts'
import { runCase } from '../arguments/caseCommand.ts'

const HELP = `tokenworks reliability CASE [--out FILE]

Probability that a backup chain has carried its load through each hour of an outage (a Markov chain, as in REopt).
CASE is JSON (resources/schema/reliability.schema.json, docs/worked-cases.md):
  { "generators": [{ "count": 7, "unitMw": 3, "availability": 0.995, "failureToStart": 0.0094, "mttfH": 1100 }],
    "storage": { "powerMw": 5, "energyMwh": 20, "startMwh": 20, "chargeEfficiency": 0.95,
                 "dischargeEfficiency": 0.95, "bins": 101, "availability": 1 },
    "loadMw": 17.5, "hours": 72, "everyStart": false }
loadMw is one load for so many hours, or a list, one an hour. Without a store leave storage out.
Answer: survivalByHour (carried from the start through that hour) and carriedByHour (carried in that hour, whatever was
before), the first hour of the outage first. With everyStart the outage of so many hours begins in each hour of the
list in turn, which goes round: meanByHour, lowestByHour and worstStart.`

export async function reliability(args: readonly string[]): Promise<number> {
  return runCase(args, { help: HELP, schema: ReliabilityCase, answer })
}

function answer({ generators, storage, loadMw, hours, everyStart }: ReliabilityCase) {
  const chain = (loads: readonly number[]): BackupChain => ({
    generators,
    ...(storage ? { storage: { ...storage, startMwh: storage.startMwh ?? storage.energyMwh } } : {}),
    loadMw: loads,
  })
  const loads = Array.isArray(loadMw) ? loadMw : Array.from({ length: hours }, () => loadMw)
  return everyStart ? survivalByStart(chain(loads), hours) : survive(chain(loads))
}
