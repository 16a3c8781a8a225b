import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppFault } from '../../plan/fault.ts'
import { readPlan } from '../../plan/readPlan.ts'
import { faultWords } from './faultWords.ts'

const zh = faultWords('zh')
const source = join(import.meta.dirname, '../..')

/** Rooms whose faults reach a screen; the rest is of the command line. */
const ROOMS = [
  'catalog',
  'engine/demand',
  'engine/derive',
  'engine/dispatch',
  'engine/layers',
  'engine/vary',
  'engine/why',
].concat(['engine/time', 'exchange', 'main', 'plan', 'renderer', 'workbook'])
/** Cases of the command line, and figures that only it asks for. */
const APART = /plan\/cases|\.test\.ts|renderer\/words|demand\/fleet\.ts|reports\/|printPdf|findChromium/

const text = String.raw`(\`(?:[^\`\\]|\\.)*\`|'(?:[^'\\]|\\.)*')`

/** String literals behind a word, holes of templates filled. */
function literalsAfter(start: string): string[] {
  const pattern = new RegExp(`${start}\\s*${text}`, 'g')
  return ROOMS.flatMap((room) =>
    readdirSync(join(source, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !APART.test(`${room}/${name}`))
      .flatMap((name) => [...readFileSync(join(source, room, name), 'utf8').matchAll(pattern)])
      .map(([, literal]) => literal!.slice(1, -1).replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '7'))
      // A template within a template is cut short here: its own test is where it is written.
      .filter((phrase) => !phrase.includes('${')),
  )
}

describe('every phrase of a fault that the source has, has its Chinese', () => {
  const expected = [...new Set(literalsAfter('expected:'))]
  test('there are many', () => expect(expected.length).toBeGreaterThan(80))
  test.each(expected)('expected %s', (phrase) => {
    expect(zh.expected(phrase)).toMatch(/\p{Script=Han}|^JSON$/u)
  })
  test.each([...new Set(literalsAfter("new AppFault\\(\\s*'[a-z-]+',"))])('%s', (sentence) => {
    expect(zh.message(sentence)).toMatch(/\p{Script=Han}/u)
  })
})

test('every phrase of a fault in a benchmark result has its Chinese', () => {
  const folder = join(source, 'engine/throughput/import')
  const calls = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .flatMap((code) => [...code.matchAll(/fault\((?!field: string)(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g)])
    .map(([call]) => [...call.matchAll(new RegExp(text, 'g'))].at(-1)?.[1]?.slice(1, -1))
    .filter((phrase) => phrase?.includes(' '))
    .map((phrase) => phrase!.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '7'))
  expect(calls.length).toBeGreaterThan(20)
  for (const phrase of calls) expect(zh.expected(phrase)).toMatch(/\p{Script=Han}/u)
})

test('what the schema says of a wrong field is said in Chinese, with path and value as they are', () => {
  const wrong = {
    ...{ schemaVersion: 1, id: 'p', name: '', spare: 1 },
    horizon: { start: '2027Q1', periods: 0 },
    finance: { discountRatePerYear: 'high', objective: 'most' },
    ...{ regions: [], sites: 'none' },
  }
  let faults: AppFault['faults'] = []
  try {
    readPlan(wrong)
  } catch (error) {
    if (error instanceof AppFault) faults = error.faults
  }
  expect(faults.length).toBeGreaterThan(6)
  for (const fault of faults) {
    expect(zh.expected(fault.expected), fault.expected).toMatch(/\p{Script=Han}/u)
    expect(zh.describe(fault)).toContain(`${fault.path}：`)
  }
  expect(zh.describe({ path: 'a', value: 3, expected: 'number >=5' })).toBe('a：3；应为：>= 5 的数字')
  expect(faultWords('en').describe({ path: 'a', value: 3, expected: 'number >=5' })).toBe(
    'a: 3; expected number >=5',
  )
})
