import { readFileSync } from 'node:fs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { previewImport } from '../../src/exchange/importFile.ts'
import { toInputWorkbook } from '../../src/exchange/tables/inputWorkbook.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { AppFault, type InputFault } from '../../src/plan/fault.ts'
import { readPlanText } from '../../src/plan/readPlan.ts'
import { faultWords } from '../../src/renderer/words/faultWords.ts'

const plan = readPlanText(readFileSync('resources/templates/campus.plan.json', 'utf8'))
const catalog = await readCatalog()
const book = toInputWorkbook(plan)
const parts = unzipSync(book)
const sheet = (bytes: Uint8Array) => zipSync({ ...parts, 'xl/worksheets/sheet2.xml': bytes })
const [en, zh] = [faultWords('en'), faultWords('zh')]

/** What keeps a file from being read: of the file itself, or of its rows. */
function faultsOf(fileName: string, bytes: Uint8Array, target?: string): readonly InputFault[] {
  try {
    const { faults } = previewImport(plan, catalog, { fileName, bytes, target })
    return faults.map(({ column, value, expected }) => ({ path: column, value, expected }))
  } catch (error) {
    if (error instanceof AppFault) return error.faults
    throw error
  }
}

const OLD_EXCEL = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
/** 城市 as Excel in China writes a CSV. */
const GBK = new Uint8Array([...strToU8('id,name\n'), 0xb3, 0xc7, 0xca, 0xd0])

/** Where and what, in English and Chinese, and the file. */
type Told = readonly [
  where: string,
  what: string,
  chineseWhere: string,
  chineseWhat: string,
  bytes: Uint8Array,
  target: string | undefined,
]

test.each<Told>([
  ['file', 'nothing', '文件', '空', new Uint8Array(), undefined],
  ['file, line 2', 'signs that are no UTF-8', '文件第 2 行', '有不属于 UTF-8 编码的字符', GBK, undefined],
  [
    'file',
    'an older Excel file, or one with a password',
    '文件',
    '旧版 Excel 文件，或设有密码的文件',
    OLD_EXCEL,
    undefined,
  ],
  ['file', 'a damaged archive', '文件', '压缩包已损坏', book.subarray(0, 900), undefined],
  [
    'file',
    'an archive without a workbook',
    '文件',
    '压缩包内没有工作簿',
    zipSync({ 'a.txt': strToU8('x') }),
    undefined,
  ],
  [
    'file',
    'a tag that never ends',
    '文件',
    '有未结束的标签',
    sheet(strToU8('<worksheet><sheetData')),
    undefined,
  ],
  [
    'file',
    'neither a spreadsheet nor text',
    '文件',
    '既不是电子表格也不是文本',
    new Uint8Array([65, 0, 66]),
    undefined,
  ],
  ['file, line 2', '"\\"a\\": 1,}"', '文件第 2 行', '"\\"a\\": 1,}"', strToU8('{\n"a": 1,}'), 'whole-plan'],
  ['epw, line 1', '"LOCATION,x"', 'epw 第 1 行', '"LOCATION,x"', strToU8('LOCATION,x\n'), 'weather-epw'],
  ['row 2, column 2', '"abc"', '第 2 行第 2 列', '"abc"', strToU8('time,price\n1,abc\n'), 'hourly-price'],
  ['file', '0 points', '文件', '0 个点', strToU8('{"features":[]}'), 'site-places'],
])('where %s, what %s: said in both languages', (where, value, chineseWhere, chineseValue, bytes, target) => {
  const [fault] = faultsOf('x', bytes, target)
  expect(en.describe(fault!)).toMatch(/; expected \S/)
  expect(en.describe(fault!).startsWith(`${where}: ${value};`), en.describe(fault!)).toBe(true)
  expect(
    zh.describe(fault!).startsWith(`${chineseWhere}：${chineseValue}；应为：`),
    zh.describe(fault!),
  ).toBe(true)
})

test('what is expected of a file is said in Chinese without English sentences', () => {
  const files: [string, Uint8Array, string?][] = [
    ['price.csv', strToU8('time,price\n1,abc\n'), 'hourly-price'],
    ['w.epw', strToU8(`LOCATION,D,T,U,x,1,32,-97,-6,100\n${'h\n'.repeat(7)}1990,1,1,1,0,x,5\n`)],
    ['trace.csv', strToU8('TIMESTAMP,a\nx,1\n'), 'request-trace'],
    ['trace.csv', strToU8('TIMESTAMP,ContextTokens,GeneratedTokens\nx,-1,y\n'), 'request-trace'],
    ['quotes.csv', strToU8('id,priceUsd,foo\nnvidia-b300-sxm,abc,1\nzz,1,1\n'), 'catalog:accelerators'],
    ['sites.csv', strToU8(`id,Grid limit (MW)\n${plan.sites[0]!.id},abc\nzzz,5\n`)],
  ]
  for (const [name, bytes, target] of files) {
    const faults = faultsOf(name, bytes, target)
    expect(faults.length, name).toBeGreaterThan(0)
    for (const { expected } of faults)
      expect(zh.expected(expected)).not.toMatch(/[a-z]{3,} [a-z]{2,} [a-z]{2,}/)
  }
})
