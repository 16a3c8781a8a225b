import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { showScreen } from './harness.ts'
import { savedBy } from './moves.ts'
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
    .getByText(/latency \d+ > 75 ms/)
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
