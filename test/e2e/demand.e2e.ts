import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { showScreen } from './harness.ts'
import { cell, savedBy, typeInto } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

test('a point of the growth curve is moved by the arrow keys, and the move is undone', async () => {
  const { page } = e2e
  await showScreen(page, 'agents')
  const point = page.getByRole('slider', { name: 'chat-user 2031 Q4' })
  const before = Number(await point.getAttribute('aria-valuenow'))
  await point.press('ArrowUp')
  await page.getByRole('button', { name: /Undo/ }).waitFor()
  await expect
    .poll(async () => Number(await point.getAttribute('aria-valuenow')))
    .toBeCloseTo(before * 1.05, -2)
  await page.getByRole('button', { name: /Undo/ }).click()
  await expect.poll(async () => Number(await point.getAttribute('aria-valuenow'))).toBe(before)
})

test('the growth curve is read as a table and saved as a picture', async () => {
  const { page } = e2e
  await showScreen(page, 'agents')
  const panel = page.getByRole('region', { name: /^Growth/ })
  await panel.getByRole('button', { name: 'Copy or save: chat-user' }).click()
  const picture = await savedBy(page, () => page.getByRole('menuitem', { name: /SVG/ }).click())
  expect(await readFile(picture.path, 'utf8')).toContain('2031 Q4')
  await panel.getByRole('button', { name: 'Table' }).click()
  await panel.getByRole('row').filter({ hasText: '2031 Q4' }).waitFor()
  await panel.getByRole('button', { name: 'Chart' }).click()
  await panel.getByRole('slider').first().waitFor()
})

test('the matrix says why a class may not go to a place; the map and the flow of tokens are there', async () => {
  const { page } = e2e
  await showScreen(page, 'scheduling')
  const matrix = page.getByRole('region', { name: 'Where each class may be served' }).getByRole('table')
  await matrix.getByText('residency').first().waitFor()
  await matrix
    .getByText(/latency \d+ >\s75\sms/)
    .first()
    .waitFor()
  await showScreen(page, 'flows')
  await page.getByRole('img', { name: /World map/ }).waitFor()
  await page.getByRole('img', { name: /Tokens from regions/ }).waitFor()
  await page.getByRole('button', { name: /: Map of regions/ }).click()
  const picture = await savedBy(page, () => page.getByRole('menuitem', { name: /SVG/ }).click())
  const svg = await readFile(picture.path, 'utf8')
  expect(svg).toMatch(/^<svg [^>]*width="960"/)
  expect(svg).toContain('West Texas campus')
  expect(svg).not.toContain('class=')
})

test('prices hold from a day, the market moves on both sides, and each price says what it is made of', async () => {
  const { page } = e2e
  await showScreen(page, 'distribution')
  await page
    .getByRole('region', { name: 'Prices of the market' })
    .getByRole('row', { name: /Tokens served/ })
    .getByRole('button')
    .first()
    .click()
  const trace = page.getByRole('complementary', { name: 'Where it comes from' })
  await trace.getByText('Price of a million tokens in a period').waitFor()
  await trace.getByRole('button', { name: 'Close' }).click()
  const history = page.getByRole('region', { name: 'Price history' })
  await history.getByRole('combobox', { name: 'Prices of' }).click()
  await page.getByRole('option', { name: /B300, on demand in every zone/ }).click()
  await history.getByRole('button', { name: 'Add row' }).click()
  await cell(page, '2027Q1 Price').waitFor()
  await typeInto(page, '2027Q1 Holds from', '2028-13')
  await page.getByText(/a day, month or quarter from which it holds/).waitFor()
  await typeInto(page, '2027Q1 Holds from', '2028-01')
  await typeInto(page, '2028-01 Price', '6')
  const moves = page.getByRole('region', { name: 'Moves of the market' })
  await moves.getByRole('button', { name: 'Add row' }).click()
  await typeInto(page, 'New move Name', 'Glut')
  await typeInto(page, 'Glut Step', '-30')
  const prices = page.getByRole('region', { name: 'Prices of the market' })
  const leased = prices.getByRole('row', { name: /B300, on demand in every zone/ })
  await leased.getByText('Glut × 0.7').waitFor()
  expect(await leased.getByRole('cell').allInnerTexts()).toEqual(
    expect.arrayContaining(['buy', '4.2', '$/accelerator-h', '6', '2028-01', 'Glut × 0.7']),
  )
  await prices.getByRole('combobox', { name: 'Period' }).click()
  await page.getByRole('option', { name: '2027 Q4' }).click()
  await leased.getByText('5.52').waitFor()
  await moves.getByRole('switch', { name: 'Moves apply' }).click()
  await leased.getByText('7.89').first().waitFor()
  await page.getByRole('img', { name: /An hour of an accelerator/ }).waitFor()
  await page.getByRole('button', { name: 'Undo: Moves of the market: set aside' }).waitFor()
  const undo = page.getByRole('button', { name: /^Undo/ })
  for (let edits = 7; edits > 0; edits--) {
    const edit = await undo.getAttribute('aria-label')
    await undo.click()
    await expect.poll(() => undo.getAttribute('aria-label')).not.toBe(edit)
  }
  // Of each table the heads are left.
  for (const region of [history, moves]) await expect.poll(() => region.getByRole('row').count()).toBe(1)
})
