import type { E2e } from '../test/e2e/harness.ts'
import {
  chooseFiles,
  isProven,
  isStale,
  openScreen,
  pasteInto,
  savedBy,
  typeInto,
  undoOf,
} from '../test/e2e/moves.ts'
import { type Blocking, measureBlocking } from './blocking.ts'

const SCREENS = [
  ...['Agents', 'Scheduling', 'Distribution', 'Models', 'Accelerators', 'Facility', 'Power', 'Build-out'],
  ...['Power and cooling', 'Flows', 'Money', 'Why', 'Audit', 'Vary', 'Compare', 'Report'],
  ...['Horizon and money', 'Catalog', 'Import and export', 'Library', 'Overview'],
]
const FORMATS = { PDF: 'PDF', XLSX: 'XLSX, live formulas', DOCX: 'DOCX' } as const

/** Every action of the sample that takes longer than a blink, one after another. */
export async function measureLongActions({ page }: E2e): Promise<Blocking[]> {
  const found: Blocking[] = []
  const measure = async (what: string, action: () => Promise<unknown>): Promise<void> => {
    found.push(await measureBlocking(page, what, action))
  }
  const press = (name: string | RegExp) =>
    page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
  const stands = (name: string) =>
    page.getByRole('heading', { level: 1, name: new RegExp(`^${name}`) }).waitFor()
  const settled = () => page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'))

  for (const name of SCREENS)
    await measure(`screen: ${name}`, async () => {
      await openScreen(page, name)
      await stands(name)
      await settled()
    })
  await openScreen(page, 'Report')
  for (const [name, option] of Object.entries(FORMATS)) {
    await page.getByRole('combobox', { name: 'Format' }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
    await measure(`report: ${name}`, () => savedBy(page, () => press('Save the report')))
  }
  await openScreen(page, 'Import and export')
  const book = await savedBy(page, () => press('Workbook of all inputs'))
  await measure('import: workbook of all inputs', async () => {
    await chooseFiles(page, 'choose one', book.path)
    await page.getByText('nothing would change').waitFor()
  })
  await measure('import: a year of hours by CSV, seen', async () => {
    await chooseFiles(page, 'choose one', yearOfHours())
    await page.getByRole('button', { name: 'Leave it', exact: true }).waitFor()
  })
  await press('Leave it')
  await openScreen(page, 'Audit')
  await measure('audit: of the result, anew', async () => {
    await page.reload()
    await page
      .getByText(/agrees with the result|differs from the result/)
      .first()
      .waitFor()
  })
  await openScreen(page, 'Why')
  await measure('why: limits priced', async () => {
    await press('Price the limits')
    await page.getByRole('region', { name: 'What binds, the dearest first' }).first().waitFor()
  })
  await openScreen(page, 'Vary')
  await measure('vary: a tornado, stopped after ten seconds', async () => {
    await press('Run')
    await page.waitForTimeout(10_000)
    await press('Stop')
    await page.getByRole('button', { name: 'Run', exact: true }).waitFor()
  })
  await openScreen(page, 'Power')
  await measure('import: a year of hours of a site, typical days found', async () => {
    await page.locator('input[type=file]').first().setInputFiles(yearOfHours())
    await press('Import')
    await undoOf(page, /^Undo: Import hours of/).waitFor()
  })
  await undoOf(page, /^Undo: Import hours of/).click()
  await isProven(page)
  await measure('edit: a cell', async () => {
    await typeInto(page, 'Dallas Grid limit', '7.25')
    await isStale(page)
  })
  await measure('undo: a cell', async () => {
    await undoOf(page, /^Undo: Grid and energy/).click()
    await isProven(page)
  })
  await openScreen(page, 'Agents')
  const rows = page.getByRole('table', { name: 'Demand' }).locator('tbody tr')
  const before = await rows.count()
  await press('Add row')
  await rows.nth(before).waitFor()
  const first = rows.nth(before)
  // A cell shows a long number short, and whole where it is pointed at.
  const kept = await Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      const own = first.locator(`[data-column="${at}"]`)
      return (await own.getAttribute('title')) || (await own.inputValue())
    }),
  )
  const block = Array.from({ length: 200 }, (_, at) => [`new-${at}`, ...kept.slice(1)].join('\t')).join('\n')
  await first.getByRole('textbox').first().focus()
  await measure('paste: 200 x 20 cells', async () => {
    await pasteInto(page, block)
    await rows.nth(before + 199).waitFor()
    await undoOf(page, 'Demand: paste').waitFor()
  })
  await measure('undo: 200 x 20 cells', async () => {
    await undoOf(page, 'Demand: paste').click()
    await rows.nth(before + 1).waitFor({ state: 'detached' })
  })
  await undoOf(page, 'Demand: add row').click()
  await isProven(page)
  await measure('solve: the sample, stopped after ten seconds', async () => {
    await press('Solve')
    await page.waitForTimeout(10_000)
    await press('Stop and keep the best plan')
    await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).waitFor()
  })
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
  return found
}

/** A price for every hour of a year, with days and seasons in it. */
function yearOfHours() {
  const price = (hour: number): number =>
    40 + 15 * Math.sin((2 * Math.PI * hour) / 24) + 8 * Math.sin((2 * Math.PI * hour) / 8760) + (hour % 13)
  const rows = Array.from({ length: 8760 }, (_, hour) => `${hour},${price(hour).toFixed(2)}`)
  return { name: 'prices.csv', mimeType: 'text/csv', buffer: Buffer.from(`hour,price\n${rows.join('\n')}\n`) }
}
