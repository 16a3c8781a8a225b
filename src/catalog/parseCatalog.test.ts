import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { TABLES, type TableName } from '../plan/catalog/catalog.ts'
import { AppFault } from '../plan/fault.ts'
import { getAccelerator, getModel } from './find.ts'
import { parseCatalog } from './parseCatalog.ts'

const folder = join(import.meta.dirname, '../../resources/catalog')
const names = Object.keys(TABLES) as TableName[]
const shipped = Object.fromEntries(
  names.map((name) => [name, readFileSync(join(folder, `${name}.csv`), 'utf8')]),
)

/** The shipped files with the longest one cut, so that the many broken copies are read quickly. */
const small: Record<string, string> = {
  ...shipped,
  latency: shipped.latency!.split('\n').slice(0, 20).join('\n'),
}

function faultsOf(files: Record<string, string>) {
  try {
    parseCatalog(files)
  } catch (error) {
    if (error instanceof AppFault) return error.faults
    throw error
  }
  return []
}

/** The files with cells of one row changed; rows count from 0 after the header. */
function withCells(
  name: TableName,
  row: number,
  cells: Readonly<Record<string, string>>,
): Record<string, string> {
  const { data, meta } = Papa.parse<Record<string, string>>(small[name]!, {
    header: true,
    skipEmptyLines: true,
  })
  const rows = data.map((own, index) => (index === row ? { ...own, ...cells } : own))
  return { ...small, [name]: Papa.unparse({ fields: meta.fields!, data: rows }, { newline: '\n' }) }
}

const withCell = (name: TableName, row: number, header: string, cell: string) =>
  withCells(name, row, { [header]: cell })

/** Headers of a table by what its first filled cells hold. */
function headersOf(name: TableName): { readonly all: string[]; readonly numeric: string[] } {
  const { data, meta } = Papa.parse<Record<string, string>>(small[name]!, {
    header: true,
    skipEmptyLines: true,
  })
  const all = meta.fields!
  const isNumeric = (header: string) => {
    const filled = data.map((row) => row[header]!).filter((cell) => cell !== '' && !cell.startsWith('see '))
    return filled.length > 0 && filled.every((cell) => Number.isFinite(Number(cell)))
  }
  return { all, numeric: all.filter(isNumeric) }
}

test('every shipped row is read', () => {
  const catalog = parseCatalog(shipped)
  for (const name of names) {
    expect(catalog[name]).toHaveLength(Papa.parse(shipped[name]!, { skipEmptyLines: true }).data.length - 1)
  }
  expect(getAccelerator(catalog, 'NVIDIA B300 SXM').memoryGb).toBe(270)
  expect(getModel(catalog, 'gpt-oss-20b').activeParamsB).toBe(3.6)
})

test('an unknown accelerator is answered with near names', () => {
  expect(() => getAccelerator(parseCatalog(shipped), 'nvidia-b3')).toThrow(/no such accelerator/)
})

describe.each(names.filter((name) => name !== 'latency'))('a broken row of %s', (name) => {
  const { all, numeric } = headersOf(name)

  test('a word, a sign or a slipped digit in a number is named by file, row and column', () => {
    for (const cell of ['north', '-1e9', '1e15']) {
      const broken = Object.fromEntries(numeric.map((header) => [header, cell]))
      const paths = faultsOf(withCells(name, 0, broken)).map((fault) => fault.path)
      expect(paths).toEqual(numeric.map((header) => `${name}.csv row 2, column ${header}`))
    }
  })

  test('a row without source or grade, or with a grade nobody gave, is refused', () => {
    const sources = all.filter((header) => header === 'source' || header.endsWith('_source'))
    const grades = all.filter((header) => /^(grade|conf(idence)?(_.*)?)$/.test(header))
    const wanted = all.filter((header) => sources.includes(header) || grades.includes(header))
    const empty = Object.fromEntries(wanted.map((header) => [header, '']))
    expect(faultsOf(withCells(name, 0, empty)).map((fault) => fault.path)).toEqual(
      wanted.map((header) => `${name}.csv row 2, column ${header}`),
    )
    const wrong = Object.fromEntries(grades.map((header) => [header, 'D']))
    expect(faultsOf(withCells(name, 0, wrong)).map((fault) => fault.expected)).toEqual(
      grades.map(() => 'a grade: A, B or C'),
    )
  })

  test('the same row twice is refused', () => {
    const [header, first, ...rest] = small[name]!.trimEnd().split('\n')
    const twice = [header, first, first, ...rest].join('\n')
    expect(faultsOf({ ...small, [name]: twice })[0]?.expected).toBe('an id used once')
  })

  test('a column that is missing, unknown or short of a cell is refused', () => {
    const [header, ...lines] = small[name]!.trimEnd().split('\n')
    const renamed = [header!.replace(/[^,]+$/, 'colour'), ...lines].join('\n')
    expect(faultsOf({ ...small, [name]: renamed }).map((fault) => fault.value)).toContain('colour')
    const short = [header, `${lines[0]},`, ...lines.slice(1)].join('\n')
    expect(faultsOf({ ...small, [name]: short })[0]).toMatchObject({ path: `${name}.csv row 2` })
  })
})

test('a round trip that is no time is refused', () => {
  expect(faultsOf(withCell('latency', 0, 'rtt_ms', '-3'))[0]).toMatchObject({
    path: 'latency.csv row 2, column rtt_ms',
  })
})

test.each([
  ['demand_archetypes', 'profile_id', 'nights'],
  ['leasing_offers', 'accelerator_id', 'nvidia-x100'],
  ['systems', 'accelerator_id', 'nvidia-x100'],
  ['token_prices', 'model_id', 'no-such-model'],
  ['suppliers', 'stands_for', 'energy_sources:perpetual'],
  ['coverage', 'covered_by', 'accelerators:nvidia-x100'],
  ['coverage', 'covered_by', 'somewhere:else'],
  ['coverage', 'covered_by', 'latency:azure'],
] as const)('%s: an unknown %s is refused', (name, header, id) => {
  expect(faultsOf(withCell(name, 0, header, id))).toMatchObject([{ value: id }])
})

test.each([
  ['accelerators', 'price_usd_high', '51'],
  ['accelerators', 'aliases', 'Trn2'],
  ['accelerators', 'export_restriction', 'forbidden'],
  ['accelerators', 'estimated_fields', 'fp4_tflops_dense'],
  ['models', 'aliases', 'kimi k2'],
  ['models', 'estimated_fields', 'beauty'],
  ['building', 'build_months_max', '1'],
  ['token_prices', 'valid_to', '2020-01-01'],
  ['token_prices', 'date', 'last summer'],
  ['leasing_offers', 'date', ''],
  ['coverage', 'layer', '8'],
] as const)('%s: %s of %s contradicts the row or another', (name, header, cell) => {
  expect(faultsOf(withCell(name, 0, header, cell))[0]?.path).toContain(`column ${header}`)
})

test('prices of one model that hold at the same time are refused', () => {
  const rows = parseCatalog(shipped).token_prices
  const row = rows.findIndex((own) => own.id === 'openai-gpt-5.6-luna-to272k')
  expect(faultsOf(withCell('token_prices', row, 'valid_to', '2026-08-15'))[0]?.path).toBe(
    'token_prices.csv openai-gpt-5.6-luna-to272k-2026-07-30, column valid_from',
  )
})

test('a missing file is named', () => {
  const { cooling: _, ...rest } = shipped
  expect(faultsOf(rest as Record<string, string>)[0]?.path).toBe('cooling.csv')
})
