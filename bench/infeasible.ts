import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { deriveInputs } from '../src/engine/derive/deriveInputs.ts'
import { formulate } from '../src/engine/formulate.ts'
import { explainInfeasible } from '../src/engine/why/conflict/explainInfeasible.ts'
import { describeInfeasibility } from '../src/engine/why/conflict/infeasibleWords.ts'
import { readCatalog } from '../src/main/readCatalog.ts'
import { readPlan } from '../src/plan/readPlan.ts'
import { CASES } from './infeasible/cases.ts'

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string' },
    time: { type: 'string', default: '120' },
    json: { type: 'string' },
    words: { type: 'boolean' },
  },
})
const catalog = await readCatalog()
const sample = readPlan(JSON.parse(await readFile('resources/samples/meridian.plan.json', 'utf8')))
const rows = []
for (const planted of CASES) {
  if (asked.only && !planted.name.includes(asked.only)) continue
  const plan = planted.plan(sample)
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  const formulation = formulate(deriveInputs(plan, catalog))
  const found = await explainInfeasible(formulation, catalog, { timeLimitS: Number(asked.time) })
  const { user, system } = process.cpuUsage(cpu)
  const named = found.conflict.map(({ family, ownerId }) => `${family} ${ownerId}`)
  const row = {
    name: planted.name,
    wallS: (performance.now() - wall) / 1000,
    cpuS: (user + system) / 1e6,
    isNamed: named.some((own) => planted.culprit.test(own)),
    isSmallest: found.isSmallest,
    members: named.length,
    repairs: found.repairs.length,
    whole: found.repairs.filter((own) => own.planMusd !== null).length,
    isMended: found.repairs.some(
      (own) => own.planMusd !== null && own.edits.some(({ path }) => planted.path.test(path)),
    ),
    isCheapestWhole: (found.repairs[0]?.planMusd ?? null) !== null,
  }
  rows.push({ ...row, named, found })
  console.log(JSON.stringify(row))
  if (asked.words) console.log(describeInfeasibility(plan, found))
}
if (asked.json) await writeFile(asked.json, JSON.stringify(rows, null, 2))
