import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { solvePlan } from '../src/engine/solvePlan.ts'
import { readCatalog } from '../src/main/readCatalog.ts'
import { readPlan } from '../src/plan/readPlan.ts'
import { PlanResult } from '../src/plan/result/result.ts'
import { generatePlan } from './instance/generatePlan.ts'
import type { SizeName } from './instance/sizes.ts'
import { worthDifferences } from './worth/differences.ts'

/** What limits are said to be worth against finite differences: see README.md. */
const { values: asked } = parseArgs({
  options: {
    size: { type: 'string' },
    seed: { type: 'string', default: '1' },
    most: { type: 'string', default: '99' },
  },
})
const catalog = await readCatalog()

async function readSolved() {
  if (asked.size === undefined) {
    const read = async (name: string) =>
      JSON.parse(await readFile(`resources/samples/meridian.${name}.json`, 'utf8'))
    return { plan: readPlan(await read('plan')), result: PlanResult.parse(await read('result')) }
  }
  const plan = generatePlan(asked.size as SizeName, Number(asked.seed))
  const answer = await solvePlan({ plan, catalog, inputsHash: 'x' })
  if (answer.kind !== 'plan') throw new Error(answer.kind)
  return { plan, result: answer.result }
}

const { plan, result } = await readSolved()
const found = await worthDifferences(plan, catalog, result, Number(asked.most))
for (const own of found) console.log(JSON.stringify(own))
const offs = found.map(({ saidUsd, foundUsd }) => Math.abs(saidUsd - foundUsd) / Math.abs(foundUsd))
const far = offs.filter((own) => !(own <= 0.05)).length
console.log(
  `${found.length} limits, ${far} off by more than 5 %, the worst by ${(Math.max(...offs) * 100).toFixed(2)} %`,
)
