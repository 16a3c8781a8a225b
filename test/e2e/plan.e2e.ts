import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import {
  cell,
  holdCalls,
  isProven,
  isStale,
  openScreen,
  pasteInto,
  savedBy,
  solvePlan,
  startFromTemplate,
  undoOf,
} from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()
const FIND = 'Find in all tables: English, 中文, other names'

test('the first screen is the sample, solved: seven layers, one of them binding, in tokens per second', async () => {
  const { page } = e2e
  await page.getByRole('heading', { name: 'The cake' }).waitFor()
  const rows = page.getByRole('table').first().locator('tr:has(button)')
  expect(await rows.count()).toBe(7)
  expect(await page.locator('tr[aria-current=true]').count()).toBe(1)
  await page.getByText(/Audit: all [\d,]+ lines agree/).waitFor()
  expect(await rows.first().textContent()).toContain('tok/s')
  const proven = /Proven within ([\d.]+) %/.exec(
    (await page.locator('body header').first().textContent()) ?? '',
  )?.[1]
  expect(Number(proven)).toBeGreaterThan(0)
  expect(Number(proven)).toBeLessThanOrEqual(1)
})

test('headroom of every layer by period and by site: a head takes the cake there', async () => {
  const { page } = e2e
  const grid = page.getByRole('region', { name: 'Headroom of every layer' })
  await grid.getByRole('button', { name: '2031 Q3' }).click()
  await page.getByText('tokens per second, all sites, peak of 2031 Q3').waitFor()
  await page.getByText('By site', { exact: true }).click()
  await grid.getByRole('button', { name: 'Frankfurt' }).click()
  await page.getByText('tokens per second, Frankfurt, peak of 2031 Q3').waitFor()
  const facility = grid.getByRole('row', { name: /^Facility/ })
  expect(await facility.getByRole('cell').count()).toBe(9)
  // The same figure in both: what the cake says of a site stands in that site's column.
  const inCake = page.getByRole('table').first().locator('tr:has(button)').nth(5).getByRole('cell').nth(3)
  const inGrid = facility.getByRole('cell').nth(await columnOf(grid, 'Frankfurt'))
  // The head of the grid says %.
  expect(`${await inGrid.textContent()} %`).toBe(await inCake.textContent())
  await inGrid.getByRole('button').click()
  await page.getByRole('complementary', { name: 'Where it comes from' }).waitFor()
  await page.reload()
})

async function columnOf(grid: Locator, name: string): Promise<number> {
  const heads = await grid.getByRole('columnheader').allTextContents()
  return heads.indexOf(name) - 1
}

test('an edit is saved, turns the result stale, and is undone by name, after a reload too', async () => {
  const { page } = e2e
  await openScreen(page, 'Power')
  const limit = cell(page, 'Ashburn Grid limit')
  const before = await limit.inputValue()
  await limit.fill('0.0035 GW')
  await limit.press('Enter')
  await isStale(page)
  expect(await limit.inputValue()).toBe('3.5')
  await page.reload()
  await openScreen(page, 'Power')
  expect(await limit.inputValue()).toBe('3.5')
  await undoOf(page, 'Grid and energy: Ashburn Grid limit → 3.5').click()
  await isProven(page)
  expect(await limit.inputValue()).toBe(before)
})

test('what does not fit is refused in place, with what was expected, and nothing is saved', async () => {
  const { page } = e2e
  await openScreen(page, 'Power')
  const limit = cell(page, 'Ashburn Grid limit')
  const before = await limit.inputValue()
  await limit.fill('plenty')
  await limit.press('Tab')
  expect(await page.getByRole('alert').textContent()).toContain('a number of MW')
  await limit.fill('-4')
  await limit.press('Tab')
  await page.getByRole('alert').filter({ hasText: '0 MW or more' }).waitFor()
  expect(await limit.getAttribute('aria-invalid')).toBe('true')
  await limit.press('Escape')
  expect(await limit.inputValue()).toBe(before)
})

test('a block from a spreadsheet is pasted into the table as one edit', async () => {
  const { page } = e2e
  await openScreen(page, 'Power')
  const paste = async (text: string) => {
    await cell(page, 'Dallas Grid limit').focus()
    await pasteInto(page, text)
  }
  await paste('11\t2027Q3\n12\t2027Q4\n')
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[aria-label="Ashburn Energised"]')?.value === '2027Q4',
  )
  expect(await cell(page, 'Dallas Grid limit').inputValue()).toBe('11')
  await undoOf(
    page,
    'Grid and energy: paste 4 cells: Grid limit: 11, 12 MW; Energised: 2027Q3, 2027Q4',
  ).click()
  await isProven(page)
  await paste('1\tnever\n')
  await page.getByText('Nothing was changed').waitFor()
  // Where it is, as the planner sees it: the row by its number and name, the field by the head of its column.
  await page.getByText(/^row 1 \(Dallas\) · Energised: "never"; expected/).waitFor()
})

test('a value of the catalog is overridden for the plan, with a note', async () => {
  const { page } = e2e
  await openScreen(page, 'Catalog')
  await cell(page, FIND).fill('b300 sxm')
  await page.getByRole('button', { name: 'Show NVIDIA B300 SXM in its table' }).click()
  await page.locator('tr[aria-current]', { hasText: 'nvidia-b300-sxm' }).getByRole('button').nth(5).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Value for this plan').fill('much')
  await dialog.getByLabel('Note').fill('measured in our own rack')
  await dialog.getByRole('button', { name: 'Override' }).click()
  await dialog.getByText(/overrides · row 1/i).waitFor()
  await dialog.getByLabel('Value for this plan').fill('277')
  await dialog.getByRole('button', { name: 'Override' }).click()
  await page.getByRole('region', { name: 'Overrides of this plan' }).waitFor()
  await undoOf(page, /^Undo: Override nvidia-b300-sxm/).click()
  await page.getByRole('region', { name: 'Overrides of this plan' }).waitFor({ state: 'detached' })
})

test('a row of the catalog is found by its Chinese name, put beside another, and taken into the plan', async () => {
  const { page } = e2e
  await openScreen(page, 'Catalog')
  for (const id of ['nvidia-h100-sxm', 'nvidia-h800-sxm']) await cell(page, `Compare ${id}`).check()
  const both = page.getByRole('region', { name: 'Side by side' }).last()
  await both.getByRole('rowheader', { name: 'Link, one way, GB/s' }).waitFor()
  expect(await both.getByRole('rowheader', { name: 'Vendor' }).count()).toBe(0)
  await cell(page, FIND).fill('昇腾 910C')
  await page.getByRole('button', { name: 'Use in plan: Huawei Ascend 910C' }).first().click()
  await page.waitForFunction(() =>
    document.activeElement?.getAttribute('data-path')?.startsWith('accelerators['),
  )
  const undo = undoOf(page, 'Use Huawei Ascend 910C of the catalog')
  await undo.click()
  await isProven(page)
})

test('a plan is made from a template, solved in the worker, and found again in the library', async () => {
  const { page } = e2e
  await startFromTemplate(page, /^Regional rooms/)
  await solvePlan(page)
  expect(await page.locator('body header').first().textContent()).toMatch(/Proven within/)
  // Solved again from nothing, the same plan comes out.
  await openScreen(page, 'Audit')
  await page.getByRole('button', { name: 'Solve the same inputs again' }).click()
  await page.getByText(/The same plan came out, to the last figure/).waitFor({ timeout: 120_000 })
  // An edit is then solved by itself, from the plan before it.
  await page.getByRole('button', { name: 'Solve after every edit' }).click()
  await openScreen(page, 'Power')
  const limit = page.getByLabel(/Grid limit$/).first()
  await limit.fill(String(Number(await limit.inputValue()) + 0.5))
  await limit.press('Enter')
  await undoOf(page, /^Undo: .*Grid limit/).waitFor()
  await page.getByText(/Proven within/).waitFor({ timeout: 120_000 })
  await page.getByRole('button', { name: 'Solve after every edit' }).click()
  for (const screen of ['Build-out', 'Flows', 'Money']) {
    await openScreen(page, screen)
    await page.getByRole('heading', { name: screen, level: 1 }).waitFor()
  }
  await openScreen(page, 'Library')
  await page.getByLabel('Search plans').fill('meridian')
  await page.getByRole('article').nth(1).waitFor({ state: 'detached' })
  expect(await page.getByRole('article').count()).toBe(1)
})

test('everything is reached by name from the keyboard', async () => {
  const { page } = e2e
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Commands' }).waitFor()
  await page.keyboard.type('go to mon')
  await page.getByRole('option', { name: 'Go to Money' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Money', level: 1 }).waitFor()
})

test('the report is saved as one file whose figures are those of the screen', async () => {
  const { page } = e2e
  await openScreen(page, 'Report')
  await page.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: 'HTML, one file' }).click()
  const report = await savedBy(page, () => page.getByRole('button', { name: 'Save the report' }).click())
  expect(report.name).toMatch(/\.report\.html$/)
  const html = await readFile(report.path, 'utf8')
  await openScreen(page, 'Overview')
  const mw = /([\d.]+) MW/.exec(
    (await page.locator('dl', { hasText: 'Contracted power' }).textContent()) ?? '',
  )?.[1]
  expect(mw).toBeDefined()
  expect(html).toContain(mw)
  expect(html).not.toMatch(/(src|href)="https?:/)
})

test('the language is switched while the screen stands, and no English is left in the frame', async () => {
  const { page } = e2e
  await page.getByRole('button', { name: '中文' }).click()
  for (const name of ['总览', '电力', '建设计划', '财务']) await openScreen(page, name)
  expect(await page.locator('nav').textContent()).not.toMatch(/[A-Za-z]{3}/)
  await page.getByRole('button', { name: 'English' }).click()
  await openScreen(page, 'Overview')
})

test('plans are compared: what differs in input and output', async () => {
  const { page } = e2e
  await openScreen(page, 'Compare')
  const choose = page.getByRole('combobox', { name: 'Plans to compare, the first is the base' })
  for (const name of ['Regional rooms', 'Meridian Tokens']) {
    await choose.fill(name)
    const option = page.getByRole('option', { name })
    if ((await option.getAttribute('aria-selected')) !== 'true') await option.click()
  }
  await page.getByRole('region', { name: 'What comes out' }).first().waitFor()
  const outputs = await page.getByRole('region', { name: 'What comes out' }).first().textContent()
  expect(outputs).toMatch(/Levelised cost.*[▲▼]/)
  expect(await page.getByRole('region', { name: 'What goes in' }).first().textContent()).toMatch(
    /values differ/,
  )
})

test('while a plan is on its way into view nothing else is solved: asked for by key, it is that plan', async () => {
  const { page } = e2e
  await startFromTemplate(page, /^Campus/)
  await openScreen(page, 'Library')
  // What a test before searched for stays in its field.
  await page.getByLabel('Search plans').fill('')
  const cards = page.getByRole('article')
  const openCard = (name: RegExp) =>
    cards
      .filter({ has: page.getByRole('heading', { name }) })
      .first()
      .getByRole('button', { name: 'Open', exact: true })
      .click()
  await openCard(/^Meridian Tokens/)
  await page.getByRole('heading', { name: 'The cake' }).waitFor()
  await isProven(page)
  await openScreen(page, 'Library')
  const release = await holdCalls(page, 'plans.open')
  await openCard(/^Campus/)
  const press = page.getByRole('button', { name: 'Solve', exact: true })
  await press.and(page.locator(':disabled')).waitFor()
  await page.keyboard.press('Control+Enter')
  expect(await page.getByRole('dialog').count()).toBe(0)
  release()
  await page.getByText('Solved. The screens show the new plan.').waitFor({ timeout: 120_000 })
  await page.unroute('**/call/plans.open')
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  expect(await page.locator('body header').first().textContent()).toMatch(/Campus.*Proven within/)
})

test('a solve is stopped on request and the screen stays alive', async () => {
  const { page } = e2e
  await openScreen(page, 'Library')
  await page
    .getByRole('article', { name: 'Meridian Tokens' })
    .getByRole('button', { name: 'Open', exact: true })
    .click()
  // The plan before it is small: solved in its place, it would be done before it can be stopped.
  await page.getByRole('heading', { name: 'The cake' }).waitFor()
  await page.locator('body header', { hasText: 'Meridian Tokens' }).first().waitFor()
  await page.getByRole('button', { name: 'Solve', exact: true }).click()
  await page.getByRole('button', { name: 'Stop and keep the best plan' }).click()
  await page
    .getByText(/Stopped before a plan was found|No plan was found|Solved\./)
    .waitFor({ timeout: 60_000 })
})
