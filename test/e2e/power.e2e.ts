import { expect, test } from 'vitest'
import { showScreen } from './harness.ts'
import { cell, isProven, isStale, openScreen, solvePlan, startFromTemplate, undoOf } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

test('the sample has a single-line diagram, days by the hour, a load duration curve and a schedule', async () => {
  const { page } = e2e
  await showScreen(page, 'sites')
  const diagram = page.getByRole('region', { name: 'Single-line diagram' }).locator('svg[aria-label]')
  expect(await diagram.first().getAttribute('aria-label')).toContain('MV switchgear: ')
  await diagram
    .first()
    .getByRole('button', { name: /^MV switchgear/ })
    .press('Enter')
  const pane = page.getByRole('complementary', { name: 'Where it comes from' })
  await pane.getByRole('listitem').first().waitFor()
  await page.getByRole('heading', { name: 'Load duration' }).waitFor()
  await page.getByRole('heading', { name: 'Cooling technologies at this site' }).waitFor()
  await showScreen(page, 'build-out')
  const schedule = page
    .getByRole('region', { name: 'Order-by dates and critical path' })
    .locator('svg[role=group][aria-label]')
  expect(await schedule.first().getAttribute('aria-label')).toContain('critical')
})

test('the single-line diagram is copied as CSV; tables of the build-out fit a laptop and name accelerators', async () => {
  const { page } = e2e
  await page.setViewportSize({ width: 1366, height: 768 })
  // The pane of a trace takes a third of a laptop's width.
  const pane = page.getByRole('complementary', { name: 'Where it comes from' })
  await pane.getByRole('button', { name: 'Close', exact: true }).click()
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => void Reflect.set(window, 'copied', text)
  })
  await showScreen(page, 'sites')
  await page.getByRole('button', { name: /: Single-line diagram$/ }).click()
  await page.getByRole('menuitem', { name: 'Copy as CSV' }).click()
  const copied = () => page.evaluate(() => String(Reflect.get(window, 'copied')).split('\n'))
  await expect.poll(async () => (await copied())[0]).toBe('Equipment,Units,Size,Unit,Scheme,In use')
  expect((await copied()).find((line) => line.startsWith('MV switchgear'))).toMatch(
    /^MV switchgear,\d+,[\d.]+,\w+,/,
  )
  await showScreen(page, 'build-out')
  const tables = page.locator('main section[tabindex="0"]:has(table)')
  expect(await tables.count()).toBeGreaterThan(1)
  const room = (table: Element): number => table.clientWidth - table.scrollWidth
  for (const table of await tables.all()) expect(await table.evaluate(room)).toBeGreaterThanOrEqual(0)
  await page.getByRole('columnheader', { name: 'NVIDIA B300 SXM, in service' }).first().waitFor()
})

test('another cooling technology is taken from its table, and given back', async () => {
  const { page } = e2e
  await showScreen(page, 'sites')
  const table = page.getByRole('region', { name: 'Cooling technologies at this site' }).getByRole('table')
  const chosen = table
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: 'chosen', exact: true }) })
  await chosen.waitFor()
  const before = (await chosen.getByRole('cell').first().textContent())!
  const others = table
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: 'use', exact: true }) })
  const wanted = (await others.first().getByRole('cell').first().textContent())!
  expect(wanted).not.toBe(before)
  await others.first().getByRole('button', { name: 'use' }).click()
  await chosen.filter({ hasText: wanted }).waitFor()
  expect(await chosen.count()).toBe(1)
  await isStale(page)
  await undoOf(page, `Cooling: ${wanted}`).click()
  await chosen.filter({ hasText: before }).waitFor()
  await isProven(page)
})

test("a supplier's template becomes a contract of the site", async () => {
  const { page } = e2e
  await showScreen(page, 'power')
  const picker = page.getByRole('combobox', { name: 'Supplier and what it offers' })
  await picker.click()
  await picker.fill('Longyuan')
  await page.getByRole('option', { name: /Longyuan Power/ }).click()
  await page.getByRole('button', { name: 'Insert', exact: true }).click()
  const contracts = page.getByRole('region', { name: /^Electricity contracts/ })
  await contracts.locator('option[value="pay-as-produced"]').first().waitFor({ state: 'attached' })
})

test('hours of a year are imported; a file that lacks one is refused by row', async () => {
  const { page } = e2e
  const file = (rows: number) => ({
    name: 'price.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(Array.from({ length: rows }, (_, hour) => (hour % 24 < 12 ? 30 : 90)).join('\n')),
  })
  const panel = page.getByRole('region', { name: /^Hours of a year/ })
  const choose = async (rows: number): Promise<void> => {
    await panel.locator('input[type=file]').first().setInputFiles(file(rows))
    await panel.getByRole('button', { name: 'Import', exact: true }).click()
  }
  await choose(8759)
  await panel.getByText(/8,759 rows/).waitFor()
  await choose(8760)
  await panel.getByText(/Imported from price\.csv; \d+ representative days/).waitFor()
})

test('cooling left to the solve is written into the plan as an edit, and taken back', async () => {
  const { page } = e2e
  await startFromTemplate(page, /^Campus/)
  await openScreen(page, 'Facility')
  const technology = cell(page, 'Abilene campus Cooling')
  await technology.selectOption('dlc85_w32_drycooler_trim')
  await cell(page, 'Abilene campus Cooling chosen').selectOption({ label: 'by the solve' })
  await solvePlan(page)
  await isProven(page)
  const edit = undoOf(page, 'Cooling chosen by the solve')
  await edit.waitFor()
  expect(await technology.inputValue()).not.toBe('dlc85_w32_drycooler_trim')
  await edit.click()
  await isStale(page)
  expect(await technology.inputValue()).toBe('dlc85_w32_drycooler_trim')
})
