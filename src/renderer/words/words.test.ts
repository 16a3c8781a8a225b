import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Formula } from '../../plan/formulas/formula.ts'
import { FORMULAS } from '../../plan/formulas/formulas.ts'
import { readPlanText } from '../../plan/readPlan.ts'
import { units } from '../../report/words/zh/units.ts'
import { type Field, unitOf } from '../grid/field.ts'
import { classFields } from '../screens/demand/classFields.ts'
import * as demandFields from '../screens/layers/fields/demandFields.ts'
import * as distributionFields from '../screens/layers/fields/distributionFields.ts'
import * as moneyFields from '../screens/layers/fields/moneyFields.ts'
import * as offerFields from '../screens/layers/fields/offerFields.ts'
import * as planFields from '../screens/layers/fields/planFields.ts'
import * as powerFields from '../screens/layers/fields/powerFields.ts'
import * as routingFields from '../screens/layers/fields/routingFields.ts'
import * as siteFields from '../screens/layers/fields/siteFields.ts'
import * as supplyFields from '../screens/layers/fields/supplyFields.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'
import { zhFields } from './zhFields.ts'

const file = join(import.meta.dirname, '../../../resources/samples/meridian.plan.json')
const plan = { ...readPlanText(readFileSync(file, 'utf8')), regions: [] }

const catalog = {
  regions: [{ id: 'us-tx-dfw', country: 'US' }],
  accelerators: [{ origin: 'US' }],
} as unknown as Catalog

const taskClass = { id: 'batch-simple', latency: 'batch', isComplex: false, isPrivate: false } as const

const all: Field[] = Object.values({
  ...distributionFields,
  ...offerFields,
  ...planFields,
  ...routingFields,
  classes: classFields(taskClass, plan.routing),
  ...demandFields,
  ...moneyFields,
  ...powerFields,
  ...siteFields,
  ...supplyFields,
}).flatMap((own) => (typeof own === 'function' ? own(plan, catalog) : own))

test('every template has a name in both languages, in English that of its file', () => {
  const shipped = ['samples', 'templates'].flatMap((folder) => {
    const path = join(import.meta.dirname, '../../../resources', folder)
    const names = readdirSync(path).filter((name) => name.endsWith('.plan.json'))
    return names.map((file) => {
      const { name } = readPlanText(readFileSync(join(path, file), 'utf8'))
      return [file.replace('.plan.json', ''), name] as const
    })
  })
  expect(en.templates).toEqual(Object.fromEntries(shipped))
  expect(Object.keys(zh.templates).toSorted()).toEqual(Object.keys(en.templates).toSorted())
})

test('what stands in an empty field is said in Chinese', () => {
  const screens = join(import.meta.dirname, '../screens')
  const said = readdirSync(screens, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [
      ...readFileSync(join(screens, name), 'utf8').matchAll(/fallback: \(\) => '([a-z ]+)'/g),
    ])
    .map(([, words]) => words!)
  expect(said.length).toBeGreaterThan(10)
  expect(said.filter((words) => !Object.hasOwn(zhFields, words))).toEqual([])
})

test('every field of every table has a name in Chinese', () => {
  const heads = new Set(all.map((field) => field.head.split(' · ')[0]!))
  expect([...heads].filter((head) => zhFields[head] === undefined)).toEqual([])
})

test('every explanation of a field has its words in Chinese', () => {
  const helps = new Set(all.flatMap((field) => field.help ?? []))
  expect([...helps].filter((help) => zhFields[help] === undefined)).toEqual([])
})

test('what stands in the place of an empty field has its words in Chinese', () => {
  // Those that read a row show a figure or a name of the catalog.
  const words = new Set(all.flatMap(({ fallback }) => (fallback?.length === 0 ? fallback({}, catalog) : [])))
  expect(words.size).toBeGreaterThan(5)
  expect([...words].filter((own) => /^[a-z]/i.test(own) && zhFields[own] === undefined)).toEqual([])
})

test('every column of the catalog has a name, but for the hours of a profile', () => {
  const folder = join(import.meta.dirname, '../../../resources/catalog')
  const columns = readdirSync(folder)
    .filter((name) => name.endsWith('.csv'))
    .flatMap((name) => /^.*/.exec(readFileSync(join(folder, name), 'utf8'))![0].split(','))
  const named: readonly string[] = Object.keys(en.catalogColumns)
  expect(columns.length).toBeGreaterThan(200)
  expect(columns.filter((column) => !/^h\d\d$/.test(column) && !named.includes(column))).toEqual([])
})

test('every unit with a word in it is said in Chinese', () => {
  const own = new Set(all.map(unitOf).filter((unit) => /[a-z]{4}/.test(unit.replace('Mtok', ''))))
  expect(own.size).toBeGreaterThan(5)
  expect([...own].filter((unit) => units[unit] === undefined)).toEqual([])
})

test('every unit of a trace with a word in it is said in Chinese', () => {
  const folder = join(import.meta.dirname, '../../engine/trace')
  const said = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/unit: '([^']+)'/g)])
    .map(([, unit]) => unit!)
  const own = new Set(said.filter((unit) => /[a-z]{4}| a$|\/a$|\$/.test(unit.replace('Mtok', ''))))
  expect(own.size).toBeGreaterThan(10)
  expect([...own].filter((unit) => units[unit] === undefined)).toEqual([])
})

test('nothing in Chinese was left as the English it was copied from', () => {
  const same: string[] = []
  const compare = (a: object, b: object, path: string): void => {
    for (const [key, value] of Object.entries(a)) {
      const other: unknown = Reflect.get(b, key)
      if (typeof value === 'object') compare(value, other as object, `${path}${key}.`)
      else if (value === other && /[a-z]{4}/.test(value)) same.push(path + key)
    }
  }
  compare(en, zh, '')
  expect(same).toEqual([])
})

test('sources, units and expressions of formulas are said in Chinese', () => {
  const { unit, source, expression } = zh.help.formulaText
  const left: string[] = []
  for (const own of Object.values<Formula>(FORMULAS)) {
    if (source(own.source) === own.source) left.push(own.source)
    // Codes of units and symbols are the same in every language; words between them are not.
    const texts = [own.unit, ...Object.values(own.symbols)].map(unit)
    left.push(...texts.filter((text) => /[a-z]{4}|\$/.test(text.replace(/tokens?(?!s)|Mtok/g, ''))))
    if (/(?<![\w′])(?:[a-z]{2,} ){2}/.test(expression(own.expression))) left.push(expression(own.expression))
  }
  expect(left).toEqual([])
})
