import { afterAll, beforeAll, expect, test } from 'vitest'
import { type E2e, startE2e } from './harness.ts'

let e2e: E2e

beforeAll(async () => {
  e2e = await startE2e()
  await e2e.page.getByRole('heading', { name: 'The cake' }).waitFor()
})
afterAll(async () => {
  const { errors } = e2e
  await e2e.stop()
  expect(errors).toEqual([])
})

const open = (name: string) =>
  e2e.page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
const cell = (label: string) => e2e.page.getByLabel(label, { exact: true })
const switcher = () => e2e.page.getByTitle('Plan', { exact: true })

test('a branch begins solved, differs by an edit, and the edit is taken back into its parent', async () => {
  const { page } = e2e
  await switcher().click()
  await page.getByRole('menuitem', { name: 'New branch …' }).click()
  await page.getByLabel('Name of the branch').fill('More grid')
  await page.getByRole('button', { name: 'Make branch' }).click()
  await switcher().getByText('branch of Meridian Tokens').waitFor()
  await page
    .getByText(/Proven within/)
    .first()
    .waitFor()
  await open('Power')
  await cell('Dallas Grid limit').fill('9')
  await cell('Dallas Grid limit').press('Enter')
  await page.getByText('Changed since it was solved').waitFor()

  await switcher().click()
  await page.getByRole('menuitem', { name: 'Meridian Tokens', exact: true }).click()
  await switcher().getByText('main').waitFor()
  await open('Compare')
  const choose = page.getByRole('combobox', { name: /^Plans to compare/ })
  await choose.fill('More grid')
  await page.getByRole('option', { name: 'More grid', exact: true }).click()
  await page.getByRole('button', { name: /^Take sites\[dal\]\.power\.gridLimitMw from More grid/ }).click()
  await page.getByText('no difference').waitFor()
  await page.getByRole('button', { name: /^Undo: Take sites\[dal\]/ }).click()
  await page.getByText('1 values differ').waitFor()

  await open('Library')
  await page.getByText('Lineage', { exact: true }).click()
  const rows = page
    .getByRole('region', { name: /^Lineage/ })
    .last()
    .getByRole('row')
  expect(await rows.nth(1).textContent()).toContain('Meridian Tokens')
  expect(await rows.nth(2).textContent()).toContain('└ More grid')
})

test('a revision is kept, restored as one edit, and undone', async () => {
  const { page } = e2e
  await open('Library')
  await page.getByLabel('Name of the revision').fill('Board')
  await page.getByRole('button', { name: 'Keep as revision' }).click()
  await page.getByRole('cell', { name: 'Board', exact: true }).waitFor()
  await open('Power')
  const before = await cell('Dallas Grid limit').inputValue()
  await cell('Dallas Grid limit').fill('7')
  await cell('Dallas Grid limit').press('Enter')
  await page.getByRole('button', { name: /^Undo: Grid and energy: Dallas/ }).waitFor()
  await open('Library')
  await page.getByRole('button', { name: 'Restore Board' }).click()
  await page.getByRole('button', { name: 'Undo: Restore Board' }).waitFor()
  await open('Power')
  expect(await cell('Dallas Grid limit').inputValue()).toBe(before)
})

test('a problem leads to its field', async () => {
  const { page } = e2e
  await open('Power')
  await cell('Dallas Energy').fill('900')
  await cell('Dallas Energy').press('Enter')
  await page.getByRole('button', { name: '1 problem', exact: true }).click()
  await open('Overview')
  await page
    .getByRole('complementary', { name: 'Problems' })
    .getByText(/900 \$\/MWh; the catalog has/)
    .click()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Dallas Energy')
  await page.getByRole('button', { name: /^Undo: Grid and energy: Dallas Energy/ }).click()
  await page.getByText('Nothing to look at').waitFor()
  await page.getByRole('button', { name: 'Close problems' }).click()
})

test('a second tab that saw an older plan is refused, and loses nothing', async () => {
  const { page } = e2e
  await open('Power')
  const second = await e2e.openTab()
  await second.getByRole('navigation').getByRole('button', { name: 'Power', exact: true }).click()
  const theirs = second.getByLabel('Tokyo Grid limit', { exact: true })
  await theirs.waitFor()
  await cell('Tokyo Grid limit').fill('3.1')
  await cell('Tokyo Grid limit').press('Enter')
  await page.getByRole('button', { name: 'Undo: Grid and energy: Tokyo Grid limit → 3.1' }).waitFor()
  await theirs.fill('3.2')
  await theirs.press('Enter')
  await second.getByText('The plan was changed elsewhere meanwhile').waitFor()
  await second.getByText('Grid and energy: Tokyo Grid limit → 3.2').first().waitFor()
  expect(await theirs.inputValue()).toBe('3.1')
  await second.getByRole('button', { name: 'Make it on the newer plan' }).click()
  await second.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[aria-label="Tokyo Grid limit"]')?.value === '3.2',
  )
  await second.close()
})
