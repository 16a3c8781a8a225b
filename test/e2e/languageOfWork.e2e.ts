import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { englishOn, solveTemplateInChinese, unfold } from './english.ts'
import { callHost, changeSettings, showScreen } from './harness.ts'
import { chooseFiles } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

test('a small plan in Chinese, solved', async () => {
  const { page } = e2e
  await changeSettings(page, { language: 'zh' })
  await page.reload()
  await page.locator('main h1').first().waitFor()
  await solveTemplateInChinese(page)
  await page.getByRole('button', { name: '关闭', exact: true }).click()
})

/** Runs what the form says and waits for its end. */
async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: '运行', exact: true }).click()
  await page.getByRole('region', { name: '变体' }).first().waitFor()
  await page.getByRole('button', { name: '运行', exact: true }).waitFor()
  await unfold(page)
}

const whole = (page: Page, label: string) => page.getByLabel(label, { exact: true }).first()

test.each(['龙卷风图', '热图', '情景', '蒙特卡洛', '帕累托前沿', '临界值'])(
  'Vary: the form of %s and what it finds',
  async (kind) => {
    const { page } = e2e
    await showScreen(page, 'vary')
    await page.getByText(kind, { exact: true }).first().click()
    // A spider where there are more values than two; few draws say as much as many.
    if (kind === '龙卷风图') await whole(page, '每项输入的取值数').fill('3')
    if (kind === '蒙特卡洛') await whole(page, '抽样次数').fill('6')
    expect(await englishOn(page)).toEqual([])
    await run(page)
    expect(await englishOn(page)).toEqual([])
    const toggles = page.locator('main').getByRole('button', { name: '表格', exact: true })
    while ((await toggles.count()) > 0) await toggles.first().click()
    expect(await englishOn(page)).toEqual([])
  },
)

test('Vary: each figure of a heat map and each way to tell systems apart', async () => {
  const { page } = e2e
  await showScreen(page, 'vary')
  await page.getByText('热图', { exact: true }).first().click()
  await run(page)
  for (const label of ['指标', '区分依据']) {
    const choice = page.getByRole('combobox', { name: label })
    await choice.click()
    const options = await page.getByRole('option').allTextContents()
    await page.keyboard.press('Escape')
    expect(options.length).toBeGreaterThan(3)
    for (const option of options) {
      await choice.click()
      await page.getByRole('option', { name: option, exact: true }).click()
      expect(await englishOn(page), option).toEqual([])
    }
  }
})

test('Why: the form of a break-even, and what a forced decision costs', async () => {
  const { page } = e2e
  await showScreen(page, 'why')
  await page.getByRole('combobox', { name: '输入', exact: true }).click()
  await page.getByRole('option').first().click()
  expect(await englishOn(page)).toEqual([])
})

test('Why: where a decision turns, as found', async () => {
  const { page } = e2e
  await showScreen(page, 'why')
  const panel = page.getByRole('region', { name: '盈亏平衡点' })
  await panel.getByRole('combobox', { name: '输入' }).click()
  await page.getByRole('option').first().click()
  await panel.getByRole('combobox', { name: '决定' }).fill('未被')
  await page.getByRole('option').first().click()
  await panel.getByRole('button', { name: '查找' }).click()
  await panel.getByRole('button', { name: '停止' }).waitFor({ state: 'detached' })
  expect(await panel.getByRole('status').first().textContent()).not.toBe('')
  expect(await englishOn(page)).toEqual([])
})

test('Why: what a forced decision costs, and that one cannot be', async () => {
  const { page } = e2e
  await showScreen(page, 'why')
  const panel = page.getByRole('region', { name: '为什么不那样做？' })
  const decision = panel.getByRole('combobox', { name: '要强制的决定' })
  for (const place of [0, 1]) {
    await decision.click()
    await page.getByRole('option').nth(place).click()
    await panel.getByRole('button', { name: '按此求解' }).click()
    await panel.getByRole('button', { name: '停止' }).waitFor({ state: 'detached' })
    await panel.locator('[aria-busy="false"] p').waitFor()
    expect(await englishOn(page)).toEqual([])
  }
})

test('Vary: the JSON form, as it is, broken, and with a value that does not fit', async () => {
  const { page } = e2e
  await showScreen(page, 'vary')
  await page.getByText('JSON 形式', { exact: true }).click()
  const text = page.getByLabel(/JSON 规格/)
  expect(await englishOn(page)).toEqual([])
  const before = await text.inputValue()
  for (const wrong of [
    '{',
    before.replace('"sensitivity"', '"nothing"'),
    '{"kind":"sensitivity","inputs":[]}',
  ]) {
    await text.fill(wrong)
    expect(await englishOn(page), wrong).toEqual([])
  }
  await text.fill(before)
})

/** Files of every kind with something wrong, something new and something known in each. */
const FILES: Readonly<Record<string, string>> = {
  'sites.csv': 'Site,电网上限 (kW)\n阿什本托管机房,4321\nNowhere,1\n',
  'prices.csv': `hour,price\n${Array.from({ length: 20 }, (_, at) => `${at},4${at}`).join('\n')}\n`,
  'year.csv': `hour,price\n${Array.from({ length: 8760 }, (_, at) => `${at},${40 + (at % 24)}`).join('\n')}\n`,
  'wrong.csv': 'Accelerator,Price\nnvidia-b300-sxm,-4\nnobody-knows,many\n',
  'places.geojson': JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { name: '新站点' },
        geometry: { type: 'Point', coordinates: [-77, 39] },
      },
      { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [-777, 39] } },
    ],
  }),
  'plan.json': '{"schemaVersion": 1}',
  'broken.json': '{"a":',
  'runs.json': '{"output_throughput": 5000, "max_concurrency": 64}',
}

test.each(Object.keys(FILES))('import: %s', async (name) => {
  const { page } = e2e
  await showScreen(page, 'exchange')
  const file = join(tmpdir(), `tokenworks-zh-${name}`)
  await writeFile(file, FILES[name]!)
  await chooseFiles(page, '选择文件', file)
  await page.getByRole('button', { name: '放弃', exact: true }).or(page.getByRole('alert')).first().waitFor()
  await unfold(page)
  expect(await englishOn(page)).toEqual([])
  const leave = page.getByRole('button', { name: '放弃', exact: true })
  if ((await leave.count()) > 0) await leave.click()
})

test('an import is undone by its Chinese name', async () => {
  const { page } = e2e
  await showScreen(page, 'exchange')
  const cards = await callHost(page, 'plans.list', null)
  const { plan } = await callHost(page, 'plans.open', {
    id: cards.find(({ name }) => name.includes('托管'))!.id,
  })
  const table = `Site,Grid limit (MW)\n${plan.sites[0]!.name},7.25\n`
  const file = join(tmpdir(), 'tokenworks-zh-sites.csv')
  await writeFile(file, table)
  await chooseFiles(page, '选择文件', file)
  await page.getByRole('button', { name: '采纳', exact: true }).click()
  const undo = page.getByRole('button', { name: '撤销：导入 tokenworks-zh-sites.csv' })
  await undo.click()
  await undo.waitFor({ state: 'detached' })
})

test('export: what is saved in each format has its name, and nothing English is said', async () => {
  const { page } = e2e
  await showScreen(page, 'exchange')
  for (const name of ['全部输入的工作簿', '方案 JSON', '结果 JSON', '最迟下单日历']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ])
    expect(download.suggestedFilename()).not.toBe('')
    expect(await englishOn(page), name).toEqual([])
  }
})
