import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cell, chooseFiles, copyFrom, isProven, openScreen, pasteInto, typeInto, undoOf } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

test('a comma that may be a decimal point is asked about; dates are taken as the screens and a spreadsheet write them', async () => {
  const { page } = e2e
  await openScreen(page, 'Power')
  const limit = cell(page, 'Dallas Grid limit')
  const before = await limit.inputValue()
  await limit.fill('4,2')
  await limit.press('Tab')
  await page.getByRole('alert').filter({ hasText: 'a number of MW, decimals after a point' }).waitFor()
  await limit.press('Escape')
  expect(await limit.inputValue()).toBe(before)

  const energised = cell(page, 'Dallas Energised')
  for (const [typed, kept] of [
    ['2027 Q4', '2027Q4'],
    ['2027-07-01', '2027-07'],
  ] as const) {
    await typeInto(page, 'Dallas Energised', typed)
    await undoOf(page, `Grid and energy: Dallas Energised → ${kept}`).waitFor()
    expect(await energised.inputValue()).toBe(kept)
  }
  await page
    .getByRole('button', { name: 'Undo: Grid and energy: Dallas Energised: 2027Q4 → 2027-07' })
    .waitFor()
  for (const kept of ['2027-07', '2027Q4'])
    await undoOf(page, `Grid and energy: Dallas Energised → ${kept}`).click()
  await isProven(page)
})

test('a price typed in another currency reads short, and whole at the cursor; the value kept is the whole one', async () => {
  const { page } = e2e
  await openScreen(page, 'Power')
  const price = cell(page, 'Dallas Energy')
  await typeInto(page, 'Dallas Energy', '€50/MWh')
  const undo = undoOf(page, /^Undo: .*Dallas Energy/)
  await undo.waitFor()
  await cell(page, 'Dallas Note').focus()
  await expect.poll(() => price.inputValue()).toMatch(/^\d\d\.\d{1,3}$/)
  const whole = await price.getAttribute('title')
  expect(whole).toMatch(/^\d\d\.\d{8,}$/)
  await price.focus()
  await expect.poll(() => price.inputValue()).toBe(whole)
  // Left as it is, nothing is saved: the whole value still stands.
  await cell(page, 'Dallas Note').focus()
  await price.focus()
  await expect.poll(() => price.inputValue()).toBe(whole)
  await undo.click()
  await isProven(page)
})

test('a block larger than what is left of the table is refused whole, with how much there is room for', async () => {
  const { page } = e2e
  await openScreen(page, 'Power')
  const limit = cell(page, 'West Texas campus Grid limit')
  const before = await limit.inputValue()
  await limit.focus()
  await pasteInto(page, '21\r\n22\r\n23\r\n')
  await page.getByText(/3; expected no more rows than 1 from this cell down/).waitFor()
  expect(await limit.inputValue()).toBe(before)
  // Empty cells behind the last value, as a spreadsheet copies them, are no part of it.
  await limit.focus()
  await pasteInto(page, '21\t\t\t\r\n\t\t\t\r\n')
  await page
    .getByText(/expected/)
    .first()
    .waitFor()
  expect(await limit.inputValue()).toBe(before)
})

test('a text is copied with its commas', async () => {
  const { page } = e2e
  await openScreen(page, 'Power')
  const note = cell(page, 'Ashburn Note')
  const text = await note.inputValue()
  expect(text).toContain(',')
  await note.click()
  await page.keyboard.press('Shift+ArrowUp')
  expect(await copyFrom(page)).toContain(text)
})

test('a packed trace is unpacked and read; what was said of a file before is not said of it', async () => {
  const { page } = e2e
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: '', buffer })
  await openScreen(page, 'Import and export')
  await chooseFiles(page, 'choose one', file('photo.png', Buffer.from([137, 80, 78, 71])))
  await page.getByRole('alert').filter({ hasText: 'The file cannot be read as a table' }).waitFor()
  const traces = join(import.meta.dirname, '../fixtures/traces')
  const packed = await readFile(join(traces, 'azure-conv-2023-first-10000.csv.gz'))
  await chooseFiles(page, 'choose one', file('azure.csv.gz', packed))
  await page.getByText('azure.csv', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: 'Leave it', exact: true }).waitFor()
  expect(await page.getByLabel('Goes into').first().inputValue()).toBe(
    'Trace of requests, into a line of demand',
  )
  expect(await page.getByText('The file cannot be read as a table').count()).toBe(0)
  await page.getByRole('button', { name: 'Leave it', exact: true }).click()
})
