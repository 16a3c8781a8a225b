import { expect, test } from 'vitest'
import { AppFault } from '../../plan/fault.ts'
import { parseEpw } from './parseEpw.ts'
import { parseHourlyCsv } from './parseHourlyCsv.ts'

const PRICE = { what: 'price, USD/MWh', least: -500, most: 15_000 }
const HOURS = 8760
const hours = Array.from({ length: HOURS }, (_, hour) => hour)
const time = (hour: number) => new Date(Date.UTC(2025, 0, 1, hour)).toISOString().slice(0, 16)

function faultsOf(read: () => unknown): AppFault['faults'] {
  try {
    read()
  } catch (error) {
    if (error instanceof AppFault) return error.faults
    throw error
  }
  return []
}

test('a column of 8,760 prices is read, with and without header, times and byte order mark', () => {
  const bare = hours.map((hour) => `${hour / 100}`).join('\n')
  expect(parseHourlyCsv(bare, PRICE)[8759]).toBe(87.59)
  const timed = ['\uFEFFtime,USD/MWh', ...hours.map((hour) => `${time(hour)},${hour / 100}`)].join('\r\n')
  expect(parseHourlyCsv(timed, PRICE)).toHaveLength(HOURS)
})

test('a named column is read; one that is not there is named with those that are', () => {
  const text = ['time,load,price', ...hours.map((hour) => `${time(hour)},5,${hour}`)].join('\n')
  expect(parseHourlyCsv(text, { ...PRICE, column: 'load' })[100]).toBe(5)
  expect(faultsOf(() => parseHourlyCsv(text, { ...PRICE, column: 'cost' }))[0]).toMatchObject({
    value: 'cost',
    expected: 'one of time, load, price',
  })
})

test('a price file of 8,759 rows is told what is missing', () => {
  const text = hours.slice(1).join('\n')
  expect(faultsOf(() => parseHourlyCsv(text, PRICE))).toEqual([
    { path: 'row 8760', value: '8,759 rows', expected: '8,760 rows, one an hour: add the 1 missing' },
  ])
})

test('a missing hour is named by its row where rows have times', () => {
  const text = [
    'time,price',
    ...hours.filter((hour) => hour !== 1658).map((hour) => `${time(hour)},40`),
  ].join('\n')
  expect(faultsOf(() => parseHourlyCsv(text, PRICE))[0]).toMatchObject({
    path: 'row 1660, column 1',
    value: '2025-03-11T03:00',
  })
})

test('a leap year says which day to remove; a word and a price beyond reason are named by row', () => {
  const leap = Array.from({ length: HOURS + 24 }, () => '40').join('\n')
  expect(faultsOf(() => parseHourlyCsv(leap, PRICE))[0]!.expected).toContain('remove 29 February')
  const spoilt = hours.map((hour) => (hour === 9 ? 'n/a' : hour === 11 ? '99999' : '40')).join('\n')
  expect(faultsOf(() => parseHourlyCsv(spoilt, PRICE)).map((fault) => fault.path)).toEqual([
    'row 10, column 1',
    'row 12, column 1',
  ])
})

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const HEADER = [
  'LOCATION,Zurich,ZH,CHE,TMY,66700,47.48,8.53,1.0,436.0',
  ...Array.from({ length: 7 }, (_, i) => `HEADER ${i}`),
]
const epwLines = MONTHS.flatMap((days, month) =>
  Array.from({ length: days * 24 }, (_, i) => {
    const [day, hour] = [Math.floor(i / 24) + 1, (i % 24) + 1]
    return `2010,${month + 1},${day},${hour},60,?9,${month},1.0,70,97000`
  }),
)

test('a weather file is read with its place', () => {
  const weather = parseEpw([...HEADER, ...epwLines, ''].join('\r\n'))
  expect(weather).toMatchObject({ place: 'Zurich', lat: 47.48, lon: 8.53, utcOffsetH: 1 })
  expect(weather.dryBulbC).toHaveLength(HOURS)
  expect(weather.dryBulbC[8759]).toBe(11)
})

test('an hour that is missing is named by line, with the one that was expected', () => {
  const faults = faultsOf(() => parseEpw([...HEADER, ...epwLines.toSpliced(100, 1)].join('\n')))
  expect(faults[0]).toMatchObject({ path: 'line 109', value: 'month 1, day 5, hour 6' })
  expect(faults[1]!.value).toBe('8759 hours')
})

test('the mark of a missing temperature is a fault', () => {
  const spoilt = epwLines.with(5, '2010,1,1,6,60,?9,99.9,1.0,70,97000')
  expect(faultsOf(() => parseEpw([...HEADER, ...spoilt].join('\n')))[0]).toMatchObject({
    path: 'line 14, field 7',
    value: '99.9',
  })
})

test('another kind of file is refused at its first line', () => {
  expect(faultsOf(() => parseEpw('time,price\n1,2'))[0]!.path).toBe('line 1')
})
