import { expect, test } from 'vitest'
import {
  cell,
  copyFrom,
  holdCalls,
  isProven,
  isStale,
  nameOfEdit,
  openScreen,
  pasteInto,
  typeInto,
  undoOf,
} from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

const switcher = () => e2e.page.getByTitle('Plan', { exact: true })

test('a figure says where it comes from, down to the field, and from the keyboard', async () => {
  const { page } = e2e
  await openScreen(page, 'Overview')
  const cost = page.locator('dl', { hasText: 'Net present cost' }).getByRole('button')
  await cost.focus()
  await page.keyboard.press('Enter')
  const pane = page.getByRole('complementary', { name: 'Where it comes from' })
  await pane.getByText('C = Σ_l Σ_t c_l,t').waitFor()
  const next = (name: string | RegExp) =>
    pane.getByRole('listitem').filter({ hasText: name }).first().getByRole('button', { name: /›$/ }).click()
  await next('Cost of the layer · Power')
  await next(/Grid energy, Dallas/)
  await next(/^Present value in the period/)
  const price = pane.getByRole('listitem').filter({ hasText: 'Price' }).first()
  expect(await price.textContent()).toContain('66')
  await price.getByRole('button', { name: 'Go to the field' }).click()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Dallas Energy')
  await pane.getByRole('button', { name: /Net present cost/ }).click()
  await pane.getByText('C = Σ_l Σ_t c_l,t').waitFor()
  await pane.getByRole('button', { name: 'Close' }).click()
})

test('a value of the catalog leads to its cell there, marked', async () => {
  const { page } = e2e
  await openScreen(page, 'Overview')
  await page.locator('dl', { hasText: 'Tokens a day' }).getByRole('button').click()
  const pane = page.getByRole('complementary', { name: 'Where it comes from' })
  const item = (name: string | RegExp) => pane.getByRole('listitem').filter({ hasText: name }).first()
  for (const name of ['Tokens served · ', 'Demand · ', 'Demand line · '])
    await item(name).getByRole('button', { name: /›$/ }).click()
  await pane.getByRole('button', { name: 'Catalog' }).first().click()
  const row = page.locator('main[data-screen="catalog"] tr[aria-current]')
  await row.waitFor()
  expect(await row.getByRole('button').count()).toBeGreaterThan(10)
  expect(await page.evaluate(() => document.activeElement?.closest('tr')?.ariaCurrent)).toBe('true')
  await pane.getByRole('button', { name: 'Close' }).click()
})

test('a new library compares the sample with its branches, solved, with value and rate of return', async () => {
  const { page } = e2e
  await openScreen(page, 'Compare')
  const outputs = page.getByRole('region', { name: 'What comes out' }).first()
  await outputs.getByText('Internal rate of return').waitFor()
  await outputs
    .getByText(/Leases only|Campus first|No routing/)
    .first()
    .waitFor()
  const row = outputs.getByRole('row').filter({ hasText: 'Net present value' })
  expect(await row.textContent()).toMatch(/[▲▼]/)
})

test('who goes on to another screen while a plan is on its way is not called back', async () => {
  const { page } = e2e
  await openScreen(page, 'Overview')
  const release = await holdCalls(page, 'plans.open')
  await switcher().click()
  await page.getByRole('menuitem', { name: 'Meridian Tokens', exact: true }).click()
  await openScreen(page, 'Money')
  release()
  await page.getByRole('button', { name: 'Solve', exact: true }).and(page.locator(':enabled')).waitFor()
  expect(await page.locator('main').getAttribute('data-screen')).toBe('money')
  await page.unroute('**/call/plans.open')
})

test('a branch begins solved, differs by an edit, and the edit is taken back into its parent', async () => {
  const { page } = e2e
  await switcher().click()
  await page.getByRole('menuitem', { name: 'New branch …' }).click()
  await page.getByLabel('Name of the branch').fill('More grid')
  await page.getByRole('button', { name: 'Make branch' }).click()
  await switcher().getByText('branch of Meridian Tokens').waitFor()
  await isProven(page)
  await openScreen(page, 'Power')
  await typeInto(page, 'Dallas Grid limit', '9')
  await isStale(page)

  await switcher().click()
  await page.getByRole('menuitem', { name: 'Meridian Tokens', exact: true }).click()
  await switcher().getByText('main').waitFor()
  await openScreen(page, 'Compare')
  await page.getByLabel('Choose none', { exact: true }).click()
  const choose = page.getByRole('combobox', { name: /^Plans to compare/ })
  for (const name of ['Meridian Tokens', 'More grid']) {
    await choose.fill(name)
    await page.getByRole('option', { name, exact: true }).click()
  }
  await page
    .getByRole('button', { name: /^Take grid limit \(MW\) · power · Dallas · sites from More grid/ })
    .click()
  await page.getByText('no difference').waitFor()
  await undoOf(page, /^Undo: Take grid limit \(MW\) · power · Dallas · sites from More grid/).click()
  await page.getByText('1 value differs').waitFor()

  await openScreen(page, 'Library')
  await page.getByText('Lineage', { exact: true }).click()
  const rows = page
    .getByRole('region', { name: /^Lineage/ })
    .last()
    .getByRole('row')
  expect(await rows.nth(1).textContent()).toContain('Meridian Tokens')
  expect(await rows.filter({ hasText: '└ More grid' }).count()).toBe(1)
})

test('a revision is kept, restored as one edit, and undone', async () => {
  const { page } = e2e
  await openScreen(page, 'Library')
  await page.getByLabel('Name of the revision').fill('Board')
  await page.getByRole('button', { name: 'Keep as revision' }).click()
  await page.getByRole('cell', { name: 'Board', exact: true }).waitFor()
  await openScreen(page, 'Power')
  const before = await cell(page, 'Dallas Grid limit').inputValue()
  await typeInto(page, 'Dallas Grid limit', '7')
  await undoOf(page, /^Undo: Grid and energy: Dallas/).waitFor()
  await openScreen(page, 'Library')
  await page.getByRole('button', { name: 'Restore Board' }).click()
  await undoOf(page, 'Restore Board').waitFor()
  await openScreen(page, 'Power')
  expect(await cell(page, 'Dallas Grid limit').inputValue()).toBe(before)
})

test('a problem is said at its cell, and leads to it from the list', async () => {
  const { page } = e2e
  await openScreen(page, 'Power')
  await typeInto(page, 'Dallas Energy', '900')
  const marked = page.locator('td[data-problem="warning"]', { has: cell(page, 'Dallas Energy') })
  await marked.waitFor()
  expect(await cell(page, 'Dallas Energy').getAttribute('aria-description')).toMatch(/the catalog has/)
  await cell(page, 'Dallas Energy').click()
  await page
    .locator('main')
    .getByText(/900 \$\/MWh; the catalog has/)
    .waitFor()
  await page.getByRole('button', { name: '1 problem', exact: true }).click()
  await openScreen(page, 'Overview')
  await page.getByText(/^Look again · Dallas · energy/i).waitFor()
  await page
    .getByRole('complementary', { name: 'Problems' })
    .getByText(/900 \$\/MWh; the catalog has/)
    .click()
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Dallas Energy')
  await undoOf(page, /^Undo: Grid and energy: Dallas Energy/).click()
  await page.getByText('Nothing to look at').waitFor()
  await marked.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Close problems' }).click()
})

test('a second tab that saw an older plan is refused, and loses nothing', async () => {
  const { page } = e2e
  await openScreen(page, 'Power')
  const second = await e2e.openTab()
  await second.getByRole('navigation').getByRole('button', { name: 'Power', exact: true }).click()
  const theirs = second.getByLabel('Tokyo Grid limit', { exact: true })
  await theirs.waitFor()
  await typeInto(page, 'Tokyo Grid limit', '3.1')
  await undoOf(page, 'Grid and energy: Tokyo Grid limit → 3.1').waitFor()
  await theirs.fill('3.2')
  await theirs.press('Enter')
  await second.getByText('The plan was changed elsewhere meanwhile').waitFor()
  await second.getByText(nameOfEdit('Grid and energy: Tokyo Grid limit → 3.2')).first().waitFor()
  expect(await theirs.inputValue()).toBe('3.1')
  await second.getByRole('button', { name: 'Make it on the newer plan' }).click()
  await second.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[aria-label="Tokyo Grid limit"]')?.value === '3.2',
  )
  await second.close()
  await page.reload()
  await undoOf(page, 'Grid and energy: Tokyo Grid limit → 3.2').click()
  await undoOf(page, 'Grid and energy: Tokyo Grid limit → 3.1').click()
  await isProven(page)
})

test('a tab opened by the address alone works beside an open one; in another browser it says how to start', async () => {
  const { page, browser, origin } = e2e
  const tab = await page.context().newPage()
  await tab.goto(`${origin}/#/power`)
  await tab.getByLabel('Tokyo Grid limit', { exact: true }).waitFor()
  await tab.close()

  const stranger = await browser.newPage()
  await stranger.goto(`${origin}/#/power`)
  await stranger.getByText('This address worked once', { exact: false }).waitFor()
  await stranger.close()
})

test('a block of 200 x 20 cells is pasted as one edit, copied back, and undone by name', async () => {
  const { page } = e2e
  await openScreen(page, 'Agents')
  const table = page.getByRole('table', { name: 'Demand' })
  const rows = table.locator('tbody tr')
  await rows.first().waitFor()
  const before = await rows.count()
  await page.getByRole('button', { name: 'Add row' }).first().click()
  await rows.nth(before).waitFor()
  const heads = await table.getByRole('columnheader').allTextContents()
  const known: Readonly<Record<string, (at: number) => string | number>> = {
    Id: (at) => `pasted-${at}`,
    Archetype: () => 'chat_user',
    'Units at start': (at) => at,
    'Units at end': (at) => 2 * at,
    Growth: () => 'linear',
    'Cached input': () => 30,
  }
  // What a table's first 20 columns are is its own matter: a column not named here keeps what a new row has.
  const first = rows.nth(before)
  // A cell shows a long number short, and whole where it is pointed at.
  const kept = await Promise.all(
    heads.slice(0, 20).map(async (_, at) => {
      const own = first.locator(`[data-column="${at}"]`)
      return (await own.getAttribute('title')) || (await own.inputValue())
    }),
  )
  const line = (at: number) =>
    heads.slice(0, 20).map((head, column) => known[head.replace(/ %?$/, '').trim()]?.(at) ?? kept[column])
  const block = Array.from({ length: 200 }, (_, at) => line(at + 1).join('\t')).join('\n')
  await rows.nth(before).getByRole('textbox').first().focus()
  await pasteInto(page, block)
  await rows.nth(before + 199).waitFor()
  expect(await cell(page, 'pasted-200 Units at end').inputValue()).toBe('400')
  expect(await cell(page, 'pasted-200 Cached input').inputValue()).toBe('30')
  await isStale(page)

  await cell(page, 'pasted-198 Units at start').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  expect(await copyFrom(page)).toBe('198\t396\n199\t398')
  await page.keyboard.press('Control+d')
  await undoOf(page, 'Demand: fill down Units at start: 198; Units at end: 396').waitFor()
  expect(await cell(page, 'pasted-199 Units at end').inputValue()).toBe('396')
  await page.keyboard.press('Escape')
  await undoOf(page, 'Demand: fill down').click()
  await undoOf(page, 'Demand: paste').click()
  await rows.nth(before + 1).waitFor({ state: 'detached' })
  await undoOf(page, 'Demand: add row').click()
  await isProven(page)
})

test('arrows move between cells; a value goes back to its default; its source is kept with its day', async () => {
  const { page } = e2e
  await openScreen(page, 'Power')
  await cell(page, 'Dallas Grid limit').click()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.waitForFunction(
    () => document.activeElement?.getAttribute('data-path') === 'sites[1].power.energised',
  )
  await cell(page, 'Ashburn Energy').click()
  await page.getByRole('button', { name: 'Source …' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Where it comes from').fill('Dominion offer')
  await dialog.getByLabel('Day').fill('soon')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByText(/provenance/).waitFor()
  await dialog.getByLabel('Day').fill('2026-01-31')
  await dialog.getByText('B secondary').click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Dominion offer, 2026-01-31 (B)').waitFor()
  await page.getByText(/^\d+ days old$/).waitFor()
  await isProven(page)
  await page.getByRole('button', { name: 'Back to default' }).click()
  await isStale(page)
  expect(await cell(page, 'Ashburn Energy').inputValue()).toBe('')
})
