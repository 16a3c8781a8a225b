import { expect, test } from 'vitest'
import { showScreen } from './harness.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

test('the sample has a single-line diagram, days by the hour, a load duration curve and a schedule', async () => {
  const { page } = e2e
  await showScreen(page, 'sites')
  const diagram = page.getByRole('region', { name: 'Single-line diagram' }).locator('svg[aria-label]')
  expect(await diagram.first().getAttribute('aria-label')).toContain('MV switchgear: ')
  await page.getByRole('heading', { name: 'Load duration' }).waitFor()
  await page.getByRole('heading', { name: 'Cooling technologies at this site' }).waitFor()
  await showScreen(page, 'build-out')
  const schedule = page
    .getByRole('region', { name: 'Order-by dates and critical path' })
    .locator('svg[role=img][aria-label]')
  expect(await schedule.first().getAttribute('aria-label')).toContain('critical')
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
