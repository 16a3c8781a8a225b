import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../src/workbook/readWorkbook.ts'
import { chooseFiles, dropFile, holdCalls, isProven, openScreen, savedBy, undoOf } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

test('a table is chosen, its changes are seen, taken over and taken back by undo', async () => {
  const { page } = e2e
  await openScreen(page, 'Import and export')
  const file = join(tmpdir(), 'tokenworks-sites.csv')
  await writeFile(file, 'Site,Grid limit (kW)\nAshburn,4321\nNowhere,1\n')
  await chooseFiles(page, 'choose one', file)
  await page.getByText('1 change, ').waitFor()
  const changes = await page.getByRole('region', { name: 'What would change' }).textContent()
  expect(changes).toContain('4.321')
  // By the names of the screens, not by those of the file.
  expect(changes).toContain('Ashburn')
  expect(changes).toContain('grid limit (MW) · power')
  const field = page.getByRole('combobox', { name: 'Field of the plan: Grid limit (kW)' })
  expect(await field.inputValue()).toBe('grid limit (MW) · power')
  expect(await page.getByRole('region', { name: 'What cannot be taken' }).textContent()).toContain('3')
  await page.getByRole('button', { name: 'Take it over' }).click()
  await page.getByText('tokenworks-sites.csv is taken over').waitFor()
  await undoOf(page, 'Import of tokenworks-sites.csv').click()
  await isProven(page)
})

test('the workbook of inputs goes out and comes back as it is', async () => {
  const { page } = e2e
  await openScreen(page, 'Import and export')
  const book = await savedBy(page, () => page.getByRole('button', { name: 'Workbook of all inputs' }).click())
  expect(readWorkbook(await readFile(book.path)).map(({ name }) => name)).toContain('sites')
  await chooseFiles(page, 'choose one', { name: book.name, mimeType: '', buffer: await readFile(book.path) })
  await page.getByText('nothing would change').waitFor()
})

test('a dropped file that takes a while says how far it is, and is stopped with nothing left of it', async () => {
  const { page } = e2e
  await openScreen(page, 'Money')
  const goOn = await holdCalls(page, 'exchange.preview')
  const hours = Array.from({ length: 8760 }, (_, hour) => `${hour},${40 + (hour % 24)}`)
  const text = `hour,price\n${hours.join('\n')}\n`
  await dropFile(page, 'prices.csv', text)
  const bar = page.getByRole('progressbar', { name: 'Checking prices.csv against the plan' })
  await bar.waitFor()
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await bar.waitFor({ state: 'detached' })
  goOn()
  await page.unrouteAll({ behavior: 'wait' })
  await openScreen(page, 'Import and export')
  expect(await page.getByRole('button', { name: 'Leave it', exact: true }).count()).toBe(0)
  expect(await page.getByRole('alert').count()).toBe(0)
  // The same file again, let through: hours are seen, taken over and solved with.
  await dropFile(page, 'prices.csv', text)
  await page.getByRole('button', { name: 'Leave it', exact: true }).waitFor()
  // A day of 24 prices breaks into lines.
  const changes = page.getByRole('region', { name: 'What would change' })
  expect(await changes.evaluate((own) => own.scrollWidth - own.clientWidth)).toBe(0)
  expect(await changes.textContent()).toContain('energy price ($/MWh) · power')
  await page.getByRole('button', { name: 'Take it over' }).click()
  await page.getByText('prices.csv is taken over').waitFor()
  await page.getByText('Changed since it was solved', { exact: true }).waitFor()
  await undoOf(page, 'Import of prices.csv').click()
  await isProven(page)
})

test('the report is made as XLSX, the library leaves as one file', async () => {
  const { page } = e2e
  const library = await savedBy(page, () => page.getByRole('button', { name: 'Export the library' }).click())
  expect(library.name).toMatch(/\.tokenlibrary$/)
  await openScreen(page, 'Report')
  await page.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: 'XLSX, live formulas' }).click()
  const report = await savedBy(page, () => page.getByRole('button', { name: 'Save the report' }).click())
  expect(readWorkbook(await readFile(report.path))[0]!.name).toBe('Summary for the board')
})
