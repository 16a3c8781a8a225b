import { expect, test } from 'vitest'
import { FORMULA_IDS } from '../../src/renderer/help/listPages.ts'
import { SCREENS } from '../../src/renderer/state/view/screens.ts'
import { zh } from '../../src/renderer/words/zh.ts'
import { command, englishOn, solveTemplateInChinese, unfold } from './english.ts'
import { callHost, changeSettings, showScreen } from './harness.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

test('Chinese from here on', async () => {
  await changeSettings(e2e.page, { language: 'zh' })
  await e2e.page.reload()
  await e2e.page.locator('main h1').first().waitFor()
  expect(await e2e.page.locator('html').getAttribute('lang')).toBe('zh-Hans')
})

test.each(SCREENS)('%s: no English on a Chinese screen, in any of its tabs', async (screen) => {
  const { page } = e2e
  await showScreen(page, screen)
  const tabs = await page.locator('main').getByRole('tab').allTextContents()
  for (const tab of tabs.length === 0 ? [''] : tabs) {
    if (tab !== '') await page.locator('main').getByRole('tab', { name: tab, exact: true }).click()
    await unfold(page)
    expect(await englishOn(page), tab).toEqual([])
  }
})

/** Charts draw their words on a canvas: their tables say them. */
test.each(['overview', 'build-out', 'sites', 'flows', 'money', 'agents'] as const)(
  '%s: charts as tables',
  async (screen) => {
    const { page } = e2e
    await showScreen(page, screen)
    const toggles = page.locator('main').getByRole('button', { name: '表格', exact: true })
    // A toggle that was pressed has another name.
    while ((await toggles.count()) > 0) await toggles.first().click()
    await unfold(page)
    expect(await englishOn(page)).toEqual([])
  },
)

test('every check of the audit, line by line', async () => {
  const { page } = e2e
  await showScreen(page, 'audit')
  const checks = page.getByRole('region', { name: '检查项' }).last().getByRole('button')
  await checks.first().waitFor()
  for (const check of await checks.all()) {
    await check.click()
    expect(await englishOn(page), (await check.textContent()) ?? '').toEqual([])
  }
})

test('traces, palette, sheet of shortcuts and problems', async () => {
  const { page } = e2e
  await showScreen(page, 'overview')
  await unfold(page)
  const figures = await page.locator('main [title="该数字从何而来"]').all()
  expect(figures.length).toBeGreaterThan(20)
  for (const figure of figures) {
    await figure.click()
    expect(await englishOn(page)).toEqual([])
  }
  await page.keyboard.press('Control+K')
  await page.getByRole('dialog').waitFor()
  expect(await englishOn(page)).toEqual([])
  await page.keyboard.press('Escape')
})

test.each(['用模板新建方案', '新建分支', '键盘快捷键'])('dialog: %s', async (name) => {
  const { page } = e2e
  await command(page, name)
  await page.getByRole('dialog').getByText(name).first().waitFor()
  await page.waitForFunction(() => document.querySelector('[role="dialog"] [aria-busy="true"]') === null)
  expect(await englishOn(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('the help of every screen, glossary and formulas', async () => {
  const { page } = e2e
  await page.keyboard.press('F1')
  await page.getByRole('complementary', { name: '帮助' }).waitFor()
  for (const screen of SCREENS) {
    await showScreen(page, screen)
    expect(await englishOn(page), screen).toEqual([])
  }
  await page.keyboard.press('Escape')
  for (const name of ['术语表', '公式']) {
    await command(page, name)
    await page.getByRole('complementary', { name: '帮助' }).waitFor()
    expect(await englishOn(page), name).toEqual([])
  }
  await page.keyboard.press('Escape')
})

test('the page of every formula', async () => {
  const { page } = e2e
  await command(page, '公式')
  const help = page.getByRole('complementary', { name: '帮助' })
  const titles = FORMULA_IDS.map((id) => zh.formulas[id].title)
  // Every formula stands in the list.
  for (const title of titles) {
    await help.getByRole('button', { name: title, exact: true }).first().click()
    await help.getByRole('heading', { name: title, exact: true }).waitFor()
    expect(await englishOn(page), title).toEqual([])
    await help.getByRole('button', { name: '返回' }).click()
  }
  await page.keyboard.press('Escape')
})

test('the tour, step by step', async () => {
  const { page } = e2e
  await command(page, '示例方案导览')
  const tour = page.getByRole('dialog', { name: '导览' })
  for (let step = 1; step <= 7; step++) {
    await tour.getByText(`${step} / 7`).waitFor()
    expect(await englishOn(page), String(step)).toEqual([])
    await tour.getByRole('button', { name: step < 7 ? '下一步' : '开始使用' }).click()
  }
})

test('sites and offers of the sample are called in Chinese, its result still stands, and the file keeps its names', async () => {
  const { page } = e2e
  await showScreen(page, 'power')
  const limit = page.getByLabel('达拉斯 电网上限', { exact: true })
  await limit.fill('5')
  await limit.press('Enter')
  await page.getByText('求解后已修改', { exact: true }).waitFor()
  const { plan } = await callHost(page, 'plans.open', { id: 'meridian' })
  expect(plan.sites.map(({ name }) => name)).toContain('Dallas')
  expect(plan.sites[0]?.power.gridLimitMw).toBe(5)
  await page.keyboard.press('Control+Z')
  await page.getByText('求解后已修改', { exact: true }).waitFor({ state: 'detached' })
})

test.each(['达拉斯', 'Dallas'])('library and catalog are searched for %s', async (name) => {
  const { page } = e2e
  expect((await callHost(page, 'plans.search', { text: name })).length).toBeGreaterThan(0)
  await showScreen(page, 'catalog')
  const find = page.getByLabel('在所有表中查找：中文、English、别名', { exact: true })
  await find.fill(name)
  await page
    .getByRole('button', { name: /得克萨斯达拉斯/ })
    .first()
    .waitFor()
  await find.fill('')
})

test('a plan of a template has a Chinese name; the dialog of its solve is Chinese', async () => {
  const { page } = e2e
  await solveTemplateInChinese(page)
  expect(await englishOn(page)).toEqual([])
  await page.getByRole('button', { name: '关闭', exact: true }).click()
})

test('what Vary finds', async () => {
  const { page } = e2e
  await showScreen(page, 'vary')
  await page.getByRole('button', { name: '运行', exact: true }).click()
  await page
    .getByRole('button', { name: '保存报告' })
    .or(page.locator('main canvas'))
    .first()
    .waitFor({ timeout: 120_000 })
  await unfold(page)
  expect(await englishOn(page)).toEqual([])
})

test('what Why finds', async () => {
  const { page } = e2e
  await showScreen(page, 'why')
  await page.getByRole('button', { name: '测算放宽价值' }).click()
  await page
    .getByRole('region', { name: '起约束作用的限制，价值最高的在前' })
    .first()
    .waitFor({ timeout: 120_000 })
  await unfold(page)
  expect(await englishOn(page)).toEqual([])
})
