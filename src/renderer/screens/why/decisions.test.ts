import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlanText } from '../../../plan/readPlan.ts'
import { why as english } from '../../words/en/why.ts'
import { why as chinese } from '../../words/zh/why.ts'
import { listDecisions, listFlips, readDecision } from './decisions.ts'

const sample = join(import.meta.dirname, '../../../../resources/samples/meridian.plan.json')
const plan = readPlanText(readFileSync(sample, 'utf8'))

test.each([
  ['English', english, 'Leave out Frankfurt'],
  ['Chinese', chinese, '不建 Frankfurt'],
])('%s: a decision is chosen by its words, or typed as the solver is told', (_language, words, label) => {
  const decisions = listDecisions(plan, words)
  expect(readDecision(decisions, label)).toBe('site:fra=closed')
  expect(readDecision(decisions, ' grid:fra>=2 ')).toBe('grid:fra>=2')
  for (const own of [decisions, listFlips(plan, words)])
    expect(new Set(own.map((one) => one.label)).size).toBe(own.length)
})

test('two sites of one name are told apart', () => {
  const [first, ...rest] = plan.sites
  const twins = { ...plan, sites: [first!, ...rest.map((own) => ({ ...own, name: first!.name }))] }
  const labels = listDecisions(twins, english).map(({ label }) => label)
  expect(new Set(labels).size).toBe(labels.length)
})
