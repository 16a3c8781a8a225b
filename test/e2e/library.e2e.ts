import { expect, test } from 'vitest'
import { callHost } from './harness.ts'
import { openScreen } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

test('a plan in the trash is erased only when asked for once more, by keyboard too', async () => {
  const { page } = e2e
  const name = 'Leases only (copy)'
  const more = () => page.getByRole('button', { name: `More: ${name}`, exact: true })
  const ask = page.getByRole('dialog', { name: 'Erase for good?' })
  const askToErase = async (): Promise<void> => {
    await more().press('Enter')
    // Focused and pressed as one: the question before gives the focus back a little after it is gone.
    await page.getByRole('menuitem', { name: /^Erase for good/ }).press('Enter')
    await ask.getByText(`“${name}” goes with its revisions, results and changes.`).waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Keep it in the trash')
  }
  await openScreen(page, 'Library')
  await page.getByRole('button', { name: 'More: Leases only', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await page.locator('main[data-screen="overview"] h1').first().waitFor()
  await openScreen(page, 'Library')
  await more().click()
  await page.getByRole('menuitem', { name: 'Move to trash' }).click()
  await page.getByText('Trash', { exact: true }).click()
  // Enter where the question opens leaves the plan, and so does Escape.
  for (const key of ['Enter', 'Escape']) {
    await askToErase()
    await page.keyboard.press(key)
    await ask.waitFor({ state: 'hidden' })
    await more().waitFor()
  }
  await askToErase()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('No plan here.').waitFor()
  expect(await more().count()).toBe(0)
})

test('a menu longer than the window scrolls inside itself', async () => {
  const { page } = e2e
  await page.setViewportSize({ width: 1280, height: 420 })
  await openScreen(page, 'Library')
  await page.getByRole('button', { name: 'New from template' }).click()
  const last = page.getByRole('menuitem').last()
  await last.scrollIntoViewIfNeeded()
  const bottom = await last.evaluate((own) => own.getBoundingClientRect().bottom)
  expect(bottom).toBeLessThanOrEqual(420)
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await page.keyboard.press('Escape')
})

test('a plan is starred, tagged, found by its words, put away and brought back', async () => {
  const { page } = e2e
  const card = (name: string) => page.getByRole('article', { name, exact: true })
  const shelf = (name: string) =>
    page.getByRole('radiogroup', { name: 'Library' }).getByText(name, { exact: true })
  const search = page.getByRole('textbox', { name: 'Search plans' })
  const choose = async (item: string): Promise<void> => {
    await page.getByRole('button', { name: 'More: Campus first', exact: true }).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }
  await openScreen(page, 'Library')
  await shelf('Plans').click()
  await card('Campus first').getByRole('button', { name: 'Star: Campus first' }).click()
  await card('Campus first').getByRole('button', { name: 'Unstar: Campus first' }).waitFor()
  // What is starred stands first.
  expect(await page.getByRole('article').first().getAttribute('aria-label')).toBe('Campus first')
  await card('Campus first')
    .getByRole('combobox')
    .or(card('Campus first').getByRole('textbox'))
    .fill('board-2031')
  await page.keyboard.press('Enter')
  // By its tag, by a word of its description, by the name of a site; and what is not there is said.
  for (const text of ['board-2031', 'two years of building']) {
    await search.fill(text)
    await card('Leases only').waitFor({ state: 'hidden' })
    expect(await page.getByRole('article').count()).toBe(1)
    await card('Campus first').waitFor()
  }
  await search.fill('Singapore')
  await card('Leases only').waitFor()
  await search.fill('no such plan')
  await page.getByText('No plan here matches “no such plan”.').waitFor()
  await search.fill('')
  await choose('Archive')
  await card('Campus first').waitFor({ state: 'hidden' })
  await shelf('Archive').click()
  await card('Campus first').waitFor()
  // The archive is searched like the shelf, and the tree says who is in it.
  await shelf('Lineage').click()
  await page.getByRole('row', { name: /Campus first archived/ }).waitFor()
  await shelf('Archive').click()
  await choose('Back from archive')
  await page.getByText('No plan here.').waitFor()
  await shelf('Plans').click()
  await choose('Move to trash')
  await shelf('Trash').click()
  await choose('Restore')
  await shelf('Plans').click()
  await card('Campus first').getByText('board-2031').first().waitFor()
  // A plan without revisions says so.
  await card('Campus first').getByRole('button', { name: 'Open', exact: true }).click()
  await page.locator('main[data-screen="overview"] h1').first().waitFor()
  await openScreen(page, 'Library')
  await page.getByText('None is kept yet.').waitFor()
})

test('promotion says which plans it would archive, and archives them only when told to', async () => {
  const { page } = e2e
  const ask = page.getByRole('dialog', { name: 'Promote Leases only?' })
  const { id } = (await callHost(page, 'plans.list', null)).find(({ name }) => name === 'Leases only')!
  const onShelf = async (): Promise<string[]> =>
    (await callHost(page, 'plans.list', null))
      .filter((own) => !own.isArchived && !own.isTrashed && own.id !== id)
      .map(({ name }) => name)
      .toSorted()
  const before = await onShelf()
  const askToPromote = async (): Promise<void> => {
    await page.getByRole('button', { name: 'More: Leases only', exact: true }).click()
    await page.getByRole('menuitem', { name: /^Promote/ }).click()
    await ask.getByText('go to the archive').waitFor()
  }
  await openScreen(page, 'Library')
  await askToPromote()
  expect((await ask.getByRole('listitem').allTextContents()).toSorted()).toEqual(before)
  for (const key of ['Enter', 'Escape']) {
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Leave the shelf as it is')
    await page.keyboard.press(key)
    await ask.waitFor({ state: 'hidden' })
    expect(await onShelf()).toEqual(before)
    await askToPromote()
  }
  await ask.getByRole('button', { name: `Archive ${before.length} plans` }).click()
  await page.getByRole('article', { name: before[0]!, exact: true }).waitFor({ state: 'hidden' })
  expect(await onShelf()).toEqual([])
  // The last of its family has no one to be promoted over.
  await page.getByRole('button', { name: 'More: Leases only', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).waitFor()
  expect(await page.getByRole('menuitem', { name: /^Promote/ }).count()).toBe(0)
  await page.keyboard.press('Escape')
})
