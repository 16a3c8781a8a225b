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

function faultsOf(document: unknown): AppFault['faults'] {
  try {
    readPlan(document)
  } catch (error) {
    if (error instanceof AppFault) return error.faults
    throw error
  }
  return []
}

interface Field {
  readonly holder: Record<string, unknown>
  readonly key: string
  /** Its path with # for places in lists. */
  readonly kind: string
}

/** Every field of a document, outermost first. */
function fieldsOf(document: unknown, kind = ''): Field[] {
  if (typeof document !== 'object' || document === null) return []
  const holder = document as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => {
    const own = `${kind}.${Array.isArray(document) ? '#' : key}`
    return [{ holder, key, kind: own }, ...fieldsOf(holder[key], own)]
  })
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

test('every phrase that a schema of a plan, or a cell of the catalog, expects has its Chinese', () => {
  const folder = join(source, 'plan/schema')
  const files = readdirSync(folder).map((name) => join(folder, name))
  const tables = ['cells', 'demandRows', 'hardwareRows', 'modelRows', 'offerRows', 'siteRows']
  const phrases = [...files, ...tables.map((name) => join(source, `plan/catalog/${name}.ts`))]
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => !/^\s*(?:\*|\/[/*])/.test(line))
    .flatMap((line) => [...line.matchAll(/'([^']+ [^']+)'|message = `([^`]+)`/g)])
    .map(([, plain, template]) => plain ?? template!.replaceAll(/\$\{[^}]*\}/g, '7'))
    .filter((phrase) => /^[a-z0-9]/i.test(phrase))
  expect(phrases.length).toBeGreaterThan(20)
  for (const phrase of phrases) expect(zh.expected(phrase), phrase).toMatch(/\p{Script=Han}/u)
})

test('whatever field of the sample is wrong, its fault is said in Chinese', () => {
  const plan = JSON.parse(readFileSync(join(source, '../resources/samples/meridian.plan.json'), 'utf8'))
  const kinds = new Set<string>()
  for (const { holder, key, kind } of fieldsOf(plan)) {
    if (kinds.has(kind)) continue
    kinds.add(kind)
    const right = holder[key]
    for (const wrong of [null, '', -1, 1e9, 'x y!', [], {}, true]) {
      holder[key] = wrong
      for (const { expected } of faultsOf(plan))
        expect(zh.expected(expected), expected).toMatch(/\p{Script=Han}/u)
    }
    holder[key] = right
  }
  expect(kinds.size).toBeGreaterThan(100)
  expect(faultsOf(plan)).toEqual([])
})

test('what the schema says of a wrong field is said in Chinese, with path and value as they are', () => {
  const wrong = {
    ...{ schemaVersion: 1, id: 'p', name: '', spare: 1 },
    horizon: { start: '2027Q1', periods: 0 },
    finance: { discountRatePerYear: 'high', objective: 'most' },
    ...{ regions: [], sites: 'none' },
  }
  const faults = faultsOf(wrong)
  expect(faults.length).toBeGreaterThan(6)
  for (const fault of faults) {
    expect(zh.expected(fault.expected), fault.expected).toMatch(/\p{Script=Han}/u)
    expect(zh.describe(fault)).toContain(`${fault.path}：`)
  }
  expect(zh.describe({ path: 'a', value: 3, expected: 'number >=5' })).toBe('a：3；应为：不小于 5 的数字')
  expect(faultWords('en').describe({ path: 'a', value: 3, expected: 'number >=5' })).toBe(
    'a: 3; expected 5 or more',
  )
})

test('choices that were expected are named as the lists of the screen name them, other lists as they are', () => {
  const growth = 'one of cagr, logistic, linear'
  expect(faultWords('en').expected(growth)).toBe('one of compound, S-curve, straight line')
  expect(faultWords('zh').expected(growth)).toBe('以下之一：复合增长, S 曲线, 直线')
  expect(faultWords('en').expected('one of plan, sites, models')).toBe('one of plan, sites, models')
})
