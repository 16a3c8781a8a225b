import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { FIRST_SETTINGS } from '../../contract/settings.ts'
import { readPlan } from '../../plan/readPlan.ts'
import { useSettings } from '../state/view/settings.ts'
import { en } from '../words/en.ts'
import { inWanWords } from '../words/inWanWords.ts'
import { zh } from '../words/zh.ts'
import { lackText, limitTitle } from './limitName.ts'

const SAMPLE = join(import.meta.dirname, '../../../resources/samples/meridian.plan.json')
const plan = readPlan(JSON.parse(readFileSync(SAMPLE, 'utf8')))
const same = (unit: string): string => unit

afterEach(() => useSettings.setState(FIRST_SETTINGS))

test('an owner of two names is called in one language', () => {
  const demand = { family: 'demand', ownerId: 'chat.dal+ash' } as const
  expect(limitTitle(en, plan, demand)).toBe('Demand: chat from Dallas, Ashburn')
  expect(limitTitle(zh, plan, demand)).toBe('需求：Dallas、Ashburn的 chat')
  const standard = { family: 'demand', ownerId: 'standard-complex.dal' } as const
  expect(limitTitle(zh, plan, standard)).toBe('需求：Dallas的标准·复杂')
})

test('what is lacking in Mtok/s is by the step that numbers go by: 17.8 of them are 17.8 million', () => {
  expect(lackText(17.8, 'Mtok/s', same)).toBe('17.8\u00a0M tok/s')
  expect(lackText(16.9, 'units', same)).toBe('16.9 units')
  expect(lackText(1.5, 'M$', same)).toBe('$1.5\u00a0M')
  useSettings.setState({ language: 'zh', zhNumbers: 'wan' })
  // Words of such a screen count heads of Mtok/s by 万, and would the number too.
  expect(inWanWords(zh).limits.tooMuch(lackText(17.8, 'Mtok/s', same))).toBe('超出 1,780\u00a0万 tok/s')
})
