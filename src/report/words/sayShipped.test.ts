import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlanText } from '../../plan/readPlan.ts'
import { sayPlanName, sayShipped, sayTemplate } from './sayShipped.ts'
import { shippedBranches, shippedTexts } from './zh/shipped.ts'

const RESOURCES = join(import.meta.dirname, '../../../resources')
const HAN = /\p{Script=Han}/u

function filesIn(folder: string): readonly string[] {
  const path = join(RESOURCES, folder)
  return readdirSync(path)
    .filter((name) => /\.(plan|branches)\.json$/.test(name))
    .map((name) => readFileSync(join(path, name), 'utf8'))
}

/** Texts under these keys, in files as they are shipped. */
function textsIn(files: readonly string[], keys: readonly string[]): readonly string[] {
  const found = new Set<string>()
  for (const file of files)
    JSON.parse(file, (key, value: unknown) => {
      if (keys.includes(key) && typeof value === 'string') found.add(value)
      return value
    })
  return [...found]
}

test('every description, note and source that is shipped has its Chinese, and nothing else has', () => {
  const shipped = textsIn([...filesIn('samples'), ...filesIn('templates')], ['description', 'note', 'source'])
  expect(shipped.length).toBeGreaterThan(40)
  expect(Object.keys(shippedTexts).toSorted()).toEqual(shipped.toSorted())
  for (const text of shipped) expect(sayShipped(text, 'zh')).toMatch(HAN)
})

test('day and grade of a note stand in its Chinese', () => {
  const marks = (text: string): readonly string[] => text.match(/20\d\d-\d\d-\d\d|\([ABC]\)/g) ?? []
  for (const [english, chinese] of Object.entries(shippedTexts))
    expect(marks(chinese), english).toEqual(marks(english.replace(/grade ([ABC])/, '$1')))
})

test('a text of a plan made on a Chinese screen reads in English on an English one', () => {
  for (const english of Object.keys(shippedTexts)) {
    expect(sayShipped(sayShipped(english, 'zh'), 'en')).toBe(english)
    expect(sayShipped(english, 'en')).toBe(english)
  }
})

test('what a planner changed stands as she wrote it', () => {
  expect(sayShipped('Price an estimate (C), see mail', 'zh')).toBe('Price an estimate (C), see mail')
  expect(sayPlanName('Leases only, but more', 'zh')).toBe('Leases only, but more')
})

test('every branch of the sample has a Chinese name', () => {
  const names = textsIn([readFileSync(join(RESOURCES, 'samples/meridian.branches.json'), 'utf8')], ['name'])
  expect(Object.keys(shippedBranches).toSorted()).toEqual(names.toSorted())
})

test('a template in Chinese has Chinese names, and is otherwise the same plan', () => {
  for (const text of filesIn('templates')) {
    const plan = readPlanText(text)
    const said = sayTemplate(plan, 'zh')
    const names = [
      ...said.regions,
      ...said.sites,
      ...said.distribution.leases,
      ...said.distribution.apis,
    ].map((own) => own.name)
    expect(names.filter((name) => !HAN.test(name))).toEqual([])
    const isText = (key: string): boolean => ['name', 'note', 'source', 'description'].includes(key)
    const bare = (own: object): string =>
      JSON.stringify(own, (key, value: unknown) => (isText(key) ? undefined : value))
    expect(bare(said)).toBe(bare(plan))
  }
})
