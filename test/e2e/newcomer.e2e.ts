import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readPlanText } from '../../src/plan/readPlan.ts'
import { savedBy } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage({ hasTour: true })

/** What a newcomer reads on the page and presses, in one language. */
interface Read {
  readonly skipTour: string
  readonly screens: Readonly<
    Record<'library' | 'power' | 'money' | 'compare' | 'report' | 'exchange', string>
  >
  readonly newFrom: string
  readonly template: RegExp
  readonly notSolved: string
  readonly gridLimit: RegExp
  readonly undo: RegExp
  readonly solve: string
  readonly solved: string
  readonly close: string
  readonly proven: RegExp
  readonly choose: RegExp
  readonly outputs: string
  readonly cost: RegExp
  readonly saveReport: string
  readonly planFile: string
}

const ENGLISH: Read = {
  skipTour: 'Skip the tour',
  screens: {
    ...{ library: 'Library', power: 'Power', money: 'Money', compare: 'Compare', report: 'Report' },
    exchange: 'Import and export',
  },
  newFrom: 'New from template',
  template: /^Regional rooms/,
  notSolved: 'Not solved yet',
  gridLimit: / Grid limit$/,
  undo: /^Undo: .* Grid limit: [\d.]+ → 9 MW$/,
  solve: 'Solve',
  solved: 'Solved. The screens show the new plan.',
  close: 'Close',
  proven: /^Proven within [\d.]+ %/,
  choose: /^Plans to compare/,
  outputs: 'What comes out',
  cost: /^Net present cost/,
  saveReport: 'Save the report',
  planFile: 'Plan, JSON',
}

const CHINESE: Read = {
  skipTour: '跳过导览',
  screens: {
    ...{ library: '方案库', power: '电力', money: '财务', compare: '比较', report: '报告' },
    exchange: '导入与导出',
  },
  newFrom: '用模板新建',
  template: /^区域机房/,
  notSolved: '尚未求解',
  gridLimit: /电网上限$/,
  undo: /^撤销.*电网上限：[\d.]+ → 9 MW$/,
  solve: '求解',
  solved: '求解完成，各页面已显示新方案。',
  close: '关闭',
  proven: /^已证明差距在 [\d.]+ % 以内/,
  choose: /^要比较的方案/,
  outputs: '结果差异',
  cost: /^净现值成本/,
  saveReport: '保存报告',
  planFile: '方案 JSON',
}

/** From the first start to a changed, solved, compared and exported plan, by what can be read and pressed alone. */
async function walk(read: Read): Promise<void> {
  const { page } = e2e
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const go = (screen: keyof Read['screens']) =>
    page.getByRole('navigation').getByRole('button', { name: read.screens[screen], exact: true }).click()

  await go('library')
  await press(read.newFrom)
  await page.getByRole('menuitem', { name: read.template }).click()
  await page.getByText(read.notSolved).first().waitFor()

  await go('power')
  const limit = page.getByRole('textbox', { name: read.gridLimit }).first()
  await limit.fill('9')
  await limit.press('Enter')
  await page.getByRole('button', { name: read.undo }).waitFor()
  await press(read.solve)
  const dialog = page.getByRole('dialog')
  await dialog.getByText(read.solved).waitFor({ timeout: 120_000 })
  await dialog.getByRole('button', { name: read.close, exact: true }).click()
  await page.getByText(read.proven).first().waitFor()
  await go('money')
  await page.getByRole('heading', { level: 1, name: read.screens.money }).waitFor()

  await go('compare')
  await page.getByRole('combobox', { name: read.choose }).click()
  const other = page.getByRole('option', { name: 'Meridian Tokens', exact: true })
  if ((await other.getAttribute('aria-selected')) !== 'true') await other.click()
  const outputs = page.getByRole('region', { name: read.outputs }).first()
  await outputs.getByRole('row', { name: read.cost }).first().waitFor()
  await page.keyboard.press('Escape')

  await go('report')
  const report = await savedBy(page, () => press(read.saveReport))
  expect((await readFile(report.path)).byteLength).toBeGreaterThan(10_000)
  await go('exchange')
  const file = await savedBy(page, () => press(read.planFile))
  expect(readPlanText(await readFile(file.path, 'utf8')).sites[0]?.power.gridLimitMw).toBe(9)
}

test('a newcomer changes, solves, compares and exports a plan by what she reads, with the mouse', async () => {
  await e2e.page.getByRole('button', { name: ENGLISH.skipTour }).click()
  await walk(ENGLISH)
})

test('and so does one who reads Chinese', async () => {
  const { page } = e2e
  await page.getByRole('button', { name: '中文' }).click()
  await walk(CHINESE)
})
