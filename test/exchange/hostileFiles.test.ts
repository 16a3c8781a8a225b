import { readFileSync } from 'node:fs'
import { gzipSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { previewImport } from '../../src/exchange/importFile.ts'
import { toInputWorkbook } from '../../src/exchange/tables/inputWorkbook.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { AppFault } from '../../src/plan/fault.ts'
import { readPlanText } from '../../src/plan/readPlan.ts'

const plan = readPlanText(readFileSync('resources/templates/campus.plan.json', 'utf8'))
const before = JSON.stringify(plan)
const catalog = await readCatalog()
const workbook = toInputWorkbook(plan)
const parts = unzipSync(workbook)

/** Mulberry32: the same 500 files on every computer. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Hostile = readonly [fileName: string, bytes: Uint8Array]

/** A damaged file may still say something true, as one whose comment was hit: then it may change what it says. */
const CORRUPTED = 220
const TRUNCATED = 120
const sheetOf = (xml: string): Hostile => [
  'x.xlsx',
  zipSync({ ...parts, 'xl/worksheets/sheet2.xml': strToU8(xml) }),
]
const wrap = (inner: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<worksheet xmlns="x"><sheetData>${inner}</sheetData></worksheet>`
const csv = (cell: string): Hostile => [
  'x.csv',
  strToU8(`id,name,Grid limit (MW)\n${plan.sites[0]!.id},${cell},5\n`),
]
const limit = (cell: string): Hostile => [
  'x.csv',
  strToU8(`id,Grid limit (MW)\n${plan.sites[0]!.id},${cell}\n`),
]
const newSite = (id: string): Hostile => [
  'x.csv',
  strToU8(`id,name,catalogRegionId\n"${id}","${id}",us-nova\n`),
]

const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
const outside = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>`
const CRAFTED: readonly Hostile[] = [
  ...[
    '=1+1',
    '=cmd|" /C calc"!A0',
    '+SUM(A1)',
    '@SUM(A1)',
    '-cmd',
    '＝1+1',
    ' =HYPERLINK("https://example.org")',
  ].map((own) => csv(`"${own.replaceAll('"', '""')}"`)),
  ...[
    '1e309',
    '-1e309',
    '1e300',
    '99999999999999999999999',
    'Infinity',
    'NaN',
    '0x10',
    '1e',
    '--5',
    '5 parsecs',
  ].map(limit),
  ...['../../etc/passwd', 'a/b', 'C:\\x', '..', '', 'a b', '__proto__', '%2e%2e'].map(newSite),
  sheetOf(wrap('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>', laughs)),
  sheetOf(wrap('<row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row>', outside)),
  sheetOf(wrap('<row r="99999999"><c r="A99999999"><v>1</v></c></row>')),
  sheetOf(wrap('<row r="1"><c r="ZZZ1"><v>1</v></c></row>')),
  sheetOf('<worksheet><sheetData><row r="1"><c r="A1'),
  sheetOf(`<a ${'x="'.repeat(1000)}`),
  ['map.kml', strToU8(`${outside}<kml><Placemark><name>&a;</name></Placemark></kml>`)],
  ['map.kml', strToU8('<kml></kml>')],
  [
    'map.geojson',
    strToU8('{"type":"FeatureCollection","features":[{"geometry":{"type":"Point","coordinates":[999,99]}}]}'),
  ],
  ['map.geojson', strToU8('[')],
  ['x.csv', Uint8Array.from([0xff, 0xfe, 0x00])],
  ['x.csv', Uint8Array.from([0x69, 0x64, 0x00, 0x00])],
  ['x.csv', Uint8Array.from([0x69, 0x64, 0x2c, 0x80, 0x81])],
  ['x.csv', strToU8('')],
  ['x.csv', strToU8('nothing,of,this\n1,2,3\n')],
  ['x.xlsx', zipSync({ 'hello.txt': strToU8('hello') })],
  ['x.xlsx', zipSync({ '../../../etc/cron.d/x': strToU8('evil') })],
  ['x.xlsx', gzipSync(strToU8('no archive'))],
  ['x.epw', strToU8('LOCATION,Nowhere\n')],
  // GBK, Latin 1, and UTF-16 cut in the middle of a sign.
  ['x.csv', Uint8Array.from([0xd5, 0xbe, 0xb5, 0xe3, 0x2c, 0xb5, 0xe7, 0xbc, 0xdb, 0x0a])],
  ['x.csv', Uint8Array.from([...strToU8('Site,name\nS'), 0xe3, 0x6f, 0x20, 0x50, 0x2c, 0x31])],
  ['x.csv', Uint8Array.from([0xff, 0xfe, 0x69, 0x00, 0x3d, 0xd8])],
  ['trace.csv', strToU8('timestamp,input_tokens,output_tokens\n1,1e309,1\n2,-5,1\n')],
  ['trace.csv', strToU8('timestamp,input_tokens,output_tokens\n=now(),1,1\n')],
  ['year.csv', strToU8(Array.from({ length: 8760 }, () => '1e300').join('\n'))],
  ['run.json', strToU8('{"output_throughput":-1e309,"model_id":"../../etc/passwd"}')],
  ['run.json', strToU8('['.repeat(100_000))],
  ['run.json', strToU8('{"__proto__":{"polluted":true},"output_throughput":"much"}')],
  ['a.plan.json', strToU8('{"horizon":{"periods":1e309},"__proto__":{"x":1}}')],
  ['a.plan.json', strToU8(before.replace(/"schemaVersion":\d+/, '"schemaVersion":9999'))],
  ['a.plan.json', strToU8(before.slice(0, before.length / 2))],
  ['../../a.plan.json', strToU8(before.replace('"maxItMw":', '"maxItMw":-'))],
  ['x.xlsx', bomb()],
]

/** A sheet of 100 MiB of blanks that packs to less than 1 MiB. */
function bomb(): Uint8Array {
  const blanks = new Uint8Array(100 * 1024 * 1024).fill(0x20)
  return zipSync({
    'xl/workbook.xml': parts['xl/workbook.xml']!,
    'xl/worksheets/sheet1.xml': [blanks, { level: 1 }],
  })
}

function damaged(random: () => number): Uint8Array {
  const bytes = workbook.slice()
  const hits = 1 + Math.floor(random() * 40)
  for (let hit = 0; hit < hits; hit++) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
  return bytes
}

/** A sheet of the workbook with pieces of its XML torn out or doubled. */
function tornSheet(random: () => number): Uint8Array {
  const xml = strFromU8(parts['xl/worksheets/sheet2.xml']!)
  const from = Math.floor(random() * xml.length)
  const to = from + Math.floor(random() * 400)
  const torn = random() < 0.5 ? xml.slice(0, from) + xml.slice(to) : xml.slice(0, to) + xml.slice(from)
  return zipSync({ ...parts, 'xl/worksheets/sheet2.xml': strToU8(torn) })
}

function listFiles(): Hostile[] {
  const random = createRandom(500)
  const corrupted = Array.from({ length: CORRUPTED }, (): Hostile => ['x.xlsx', damaged(random)])
  const truncated = Array.from(
    { length: TRUNCATED },
    (): Hostile => ['x.xlsx', workbook.slice(0, Math.floor(random() * workbook.length))],
  )
  const rest = 500 - CORRUPTED - TRUNCATED - CRAFTED.length
  const torn = Array.from({ length: rest }, (): Hostile => ['x.xlsx', tornSheet(random)])
  return [...CRAFTED, ...corrupted, ...truncated, ...torn]
}

test('500 hostile files are refused in words, or change nothing but what they say; the plan stays, memory is bounded', () => {
  const files = listFiles()
  expect(files).toHaveLength(500)
  const start = process.memoryUsage().rss
  const taken: string[] = []
  let most = 0
  files.forEach(([fileName, bytes], index) => {
    try {
      const target = fileName === 'x.csv' && index < 30 ? 'sites' : undefined
      const { plan: after, faults, changes } = previewImport(plan, catalog, { fileName, bytes, target })
      for (const fault of faults) expect(fault.expected).not.toBe('')
      if (index < CRAFTED.length && after && faults.length === 0)
        taken.push(`${index} ${fileName} ${JSON.stringify(changes).slice(0, 200)}`)
    } catch (error) {
      if (!(error instanceof AppFault)) throw error
      expect(error.faults[0]?.expected ?? '').not.toBe('')
    }
    most = Math.max(most, process.memoryUsage().rss - start)
  })
  expect(taken).toEqual([])
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  expect(JSON.stringify(plan)).toBe(before)
  expect(most).toBeLessThan(600 * 1024 * 1024)
}, 60_000)

test('a small file that holds much is stopped by what comes out of it', () => {
  const bytes = CRAFTED.at(-1)![1]
  expect(bytes.length).toBeLessThan(1024 * 1024)
  expect(() => previewImport(plan, catalog, { fileName: 'x.xlsx', bytes })).toThrow('unpacks to more')
})
