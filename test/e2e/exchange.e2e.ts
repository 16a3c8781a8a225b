import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../../src/workbook/readWorkbook.ts'
import { type E2e, startE2e } from './harness.ts'

let e2e: E2e

beforeAll(async () => {
  e2e = await startE2e()
})
afterAll(async () => {
  const { errors } = e2e
  await e2e.stop()
  expect(errors).toEqual([])
})

const open = (name: string) =>
  e2e.page.getByRole('navigation').getByRole('button', { name, exact: true }).click()

async function saved(click: () => Promise<void>): Promise<{ readonly name: string; readonly path: string }> {
  const [download] = await Promise.all([e2e.page.waitForEvent('download'), click()])
  return { name: download.suggestedFilename(), path: await download.path() }
}

test('a table is chosen, its changes are seen, taken over and taken back by undo', async () => {
  const { page } = e2e
  await open('Import and export')
  const file = join(tmpdir(), 'tokenworks-sites.csv')
  await writeFile(file, 'Site,Grid limit (kW)\nAshburn,4321\nNowhere,1\n')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'choose one' }).click(),
  ])
  await chooser.setFiles(file)
  await page.getByText('1 changes, ').waitFor()
  expect(await page.getByRole('region', { name: 'What would change' }).textContent()).toContain('4.321')
  expect(await page.getByRole('region', { name: 'What cannot be taken' }).textContent()).toContain('3')
  await page.getByRole('button', { name: 'Take it over' }).click()
  await page.getByText('tokenworks-sites.csv is taken over').waitFor()
  await page.getByRole('button', { name: 'Undo: Import of tokenworks-sites.csv' }).click()
  await page
    .getByText(/Proven within/)
    .first()
    .waitFor()
})

test('the workbook of inputs goes out and comes back as it is', async () => {
  const { page } = e2e
  await open('Import and export')
  const book = await saved(() => page.getByRole('button', { name: 'Workbook of all inputs' }).click())
  expect(readWorkbook(await readFile(book.path)).map(({ name }) => name)).toContain('sites')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'choose one' }).click(),
  ])
  await chooser.setFiles({ name: book.name, mimeType: '', buffer: await readFile(book.path) })
  await page.getByText('nothing would change').waitFor()
})

test('the report is made as XLSX, the library leaves as one file', async () => {
  const { page } = e2e
  const library = await saved(() => page.getByRole('button', { name: 'Export the library' }).click())
  expect(library.name).toMatch(/\.tokenlibrary$/)
  await open('Report')
  await page.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: 'XLSX, live formulas' }).click()
  const report = await saved(() => page.getByRole('button', { name: 'Save the report' }).click())
  expect(readWorkbook(await readFile(report.path))[0]!.name).toBe('Summary for the board')
})
