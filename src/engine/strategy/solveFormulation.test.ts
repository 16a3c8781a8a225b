import { expect, test } from 'vitest'
import { oneSiteInputs, type Tuning } from '../../../test/fixtures/oneSite.ts'
import { formulate } from '../formulate.ts'
import { solveFormulation } from './solveFormulation.ts'

async function solve(tuning: Tuning = {}) {
  const formulation = formulate(oneSiteInputs(tuning))
  const solved = await solveFormulation(formulation, { gapShare: 0.01, timeLimitS: 60 })
  if (solved.kind !== 'plan') throw new Error(solved.kind)
  const last = formulation.inputs.periods.length - 1
  const at = (columns: readonly number[]) => solved.values[columns[last]!]!
  return {
    solved,
    units: at(formulation.accelerators.fleets[0]!.bought),
    phases: at(formulation.facilities.buildings[0]!.phases),
    contractedMw: at(formulation.power.supplies[0]!.service.contracted),
    unserved: solved.values[formulation.agents.unserved[0]![last]![0]!]!,
    formulation,
  }
}

test('1 Mtok/s at 0.01 a server is 100 servers, 1 MW of IT, one room of 2 MW and 1.2 MW of grid', async () => {
  const plan = await solve()
  expect(plan.solved.status).toBe('within-gap')
  expect(plan.units).toBe(100)
  expect(plan.phases).toBe(1)
  expect(plan.contractedMw).toBeCloseTo(1.2, 6)
  expect(plan.unserved).toBeCloseTo(0, 9)
})

test('the bound is below the plan, and racks are whole', async () => {
  const plan = await solve({ demandMTokS: 1.234, speedMTokSPerUnit: 0.0173 })
  expect(plan.solved.boundMusd).toBeLessThanOrEqual(plan.solved.objectiveMusd + 1e-6)
  expect(plan.units).toBe(Math.ceil(1.234 / 0.0173))
})

test('a grid of 0.6 MW carries 0.5 MW of IT: half the tokens stay unserved', async () => {
  const plan = await solve({
    change: (read) => ({
      ...read,
      sites: read.sites.map((site) => ({ ...site, power: { ...site.power, gridLimitMw: 0.6 } })),
    }),
  })
  expect(plan.contractedMw).toBeCloseTo(0.6, 6)
  expect(plan.unserved).toBeCloseTo(0.5, 2)
})

test('every row of the full problem holds in the plan', async () => {
  const { formulation, solved } = await solve({ demandMTokS: 2.5, speedMTokSPerUnit: 0.0091 })
  const { problem } = formulation
  problem.rowNames.forEach((name, row) => {
    let activity = 0
    for (let k = problem.rowStarts[row]!; k < problem.rowStarts[row + 1]!; k++) {
      activity += problem.values[k]! * solved.values[problem.indices[k]!]!
    }
    expect(activity, name).toBeGreaterThanOrEqual(problem.rowLower[row]! - 1e-6)
    expect(activity, name).toBeLessThanOrEqual(problem.rowUpper[row]! + 1e-6)
  })
})

test('a search that is stopped proves no more than it has proven', async () => {
  const formulation = formulate(oneSiteInputs({ demandMTokS: 2.5, speedMTokSPerUnit: 0.0091 }))
  const whole = await solveFormulation(formulation, { gapShare: 1e-7, timeLimitS: 60 })
  let isFull = false
  const stopped = await solveFormulation(formulation, {
    gapShare: 0,
    timeLimitS: 60,
    onProgress: ({ phase }) => {
      isFull ||= phase === 'full search'
    },
    isCancelled: () => isFull,
  })
  if (whole.kind !== 'plan' || stopped.kind !== 'plan') throw new Error('no plan')
  expect(stopped.boundMusd).toBeLessThanOrEqual(whole.objectiveMusd + 1e-6)
  expect(stopped.gapShare).toBeCloseTo(1 - stopped.boundMusd / stopped.objectiveMusd, 9)
})
