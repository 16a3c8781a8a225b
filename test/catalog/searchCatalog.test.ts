import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { searchCatalog } from '../../src/catalog/searchCatalog.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { listTemplateFiles } from '../../src/main/readTemplates.ts'

const catalog = await readCatalog()
const find = (query: string) => searchCatalog(catalog, query).map((hit) => `${hit.table}:${hit.id}`)

test('every numbered name of the map is there: 129, and 31 firms under eight of them', () => {
  const numbers = catalog.coverage.map((row) => row.number)
  const whole = numbers.filter((number) => /^\d+$/.test(number)).map(Number)
  expect(whole).toEqual(Array.from({ length: 129 }, (_, index) => index + 1))
  expect(numbers.filter((number) => /[a-z]$/.test(number))).toHaveLength(31)
})

test('every name is found under each of its spellings, and says where it is or what is missing', () => {
  for (const row of catalog.coverage) {
    for (const spelling of [row.name, ...row.aliases])
      expect(find(spelling)).toContain(`coverage:${row.number}`)
    expect(row.coveredBy.length > 0 || row.missing !== null, row.number).toBe(true)
  }
})

test('fields, results, templates and commands that names are covered by exist', () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../../resources/schema', name), 'utf8')) as Schema
  const schemas = { plan: read('plan.schema.json'), result: read('result.schema.json') }
  const templates = Object.keys(listTemplateFiles())
  const commands = readFileSync(join(import.meta.dirname, '../../src/cli/main.ts'), 'utf8')
  for (const { number, coveredBy } of catalog.coverage) {
    for (const reference of coveredBy) {
      const [place = '', rest = ''] = reference.split(':')
      if (place === 'plan' || place === 'result')
        expect(reaches(schemas[place], rest), `${number} ${rest}`).toBe(true)
      if (place === 'template') expect(templates).toContain(rest)
      if (place === 'command') expect(commands).toContain(`  ${rest}: { run`)
    }
  }
})

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

/** Whether a path such as `sites[].power` leads somewhere in a JSON Schema. */
function reaches(schema: Schema | undefined, path: string): boolean {
  const end = path.split('.').reduce<Schema | undefined>((at, step) => {
    const own = at?.properties?.[step.replace('[]', '')]
    return step.endsWith('[]') ? own?.items : own
  }, schema)
  return end !== undefined
}

test('hardware of China is found in both scripts and as the map spells it', () => {
  expect(find('昇腾910C')[0]).toBe('accelerators:huawei-ascend-910c')
  expect(find('寒武纪 思元590')[0]).toBe('accelerators:cambricon-mlu590')
  expect(find('Muoxi')).toContain('suppliers:metax')
  expect(find('沐曦')).toContain('accelerators:metax-c500')
  expect(find('Horizon Robotics')).toContain('suppliers:hygon')
  expect(find('CUDA').slice(0, 3)).toContain('accelerators:nvidia-a100-sxm-80gb')
})

test('a search for nothing, or for what is not there, finds nothing', () => {
  expect(find(' - ')).toEqual([])
  expect(find('perpetuum mobile')).toEqual([])
})
