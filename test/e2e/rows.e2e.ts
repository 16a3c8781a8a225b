import { expect, test } from 'vitest'
import { changeSettings } from './harness.ts'
import { cell, openScreen, pasteInto, undoOf } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

const focusedPath = () => e2e.page.evaluate(() => document.activeElement?.getAttribute('data-path'))

/** Opens a row's menu and chooses by keys alone. */
async function choose(row: string, downs: number): Promise<void> {
  const { page } = e2e
  await page.getByRole('button', { name: `Actions: ${row}`, exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitem', null, {
    timeout: 9000,
  })
  for (let down = 0; down < downs; down++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

test('a row is added, doubled and removed by keys, and the cursor is where the typing goes on', async () => {
  const { page } = e2e
  await openScreen(page, 'Distribution')
  await page.getByRole('button', { name: 'Add row' }).first().focus()
  await page.keyboard.press('Enter')
  await expect.poll(focusedPath).toBe('distribution.leases[4].name')
  await page.keyboard.type('Spare')
  await page.keyboard.press('Tab')
  await undoOf(page, /Leases: .* Name: .* → Spare$/).waitFor()
  await choose('H200, 1 year reserved', 0)
  await undoOf(page, 'Leases: duplicate H200, 1 year reserved').waitFor()
  await expect.poll(focusedPath).toBe('distribution.leases[1].name')
  await choose('Spare', 1)
  await undoOf(page, 'Leases: remove Spare').waitFor()
  await expect.poll(focusedPath).toBe('distribution.leases[4].name')
})

test('the last row of a table gone, the cursor is on the way to a new one', async () => {
  const { page } = e2e
  await openScreen(page, 'Distribution')
  const links = page.getByRole('region', { name: 'Limits of links' })
  await links.getByRole('button', { name: 'Add row' }).click()
  await expect.poll(focusedPath).toBe('distribution.links[0].regionId')
  await links.getByRole('button', { name: /^Actions/ }).focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitem', null, {
    timeout: 9000,
  })
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Add row')
})

test('a block as people keep it in spreadsheets is read: signs, units, 万 and 亿, names of choices', async () => {
  const { page } = e2e
  await openScreen(page, 'Agents')
  await cell(page, 'chat-user Units at start').focus()
  await pasteInto(page, '1,200\t3万\tS-curve\n1.5亿\t１，０００\tcompound\r\n')
  await undoOf(page, 'Demand: paste').waitFor()
  const shown = async (label: string) => cell(page, label).inputValue()
  expect(await shown('chat-user Units at end')).toBe('30,000')
  expect(await shown('office-copilot Units at start')).toBe('150,000,000')
  expect(await shown('office-copilot Units at end')).toBe('1,000')
  expect(await shown('office-copilot Growth')).toBe('cagr')
  await openScreen(page, 'Power')
  await cell(page, 'Dallas Energy').focus()
  await pasteInto(page, '40 c/kWh\t(2 %)\n350 元/兆瓦时\t3')
  await undoOf(page, 'Grid and energy: paste').waitFor()
  expect(await shown('Dallas Energy')).toBe('400')
  expect(await shown('Dallas Change a year')).toBe('-2')
})

test('what a paste is refused for is said in the words and units of the screen, in Chinese too', async () => {
  const { page } = e2e
  const refused = async (path: string, text: string): Promise<readonly string[]> => {
    await page.locator(`[data-path="${path}"]`).focus()
    await pasteInto(page, text)
    const alert = page
      .locator('main')
      .getByRole('alert')
      .filter({ hasText: /Nothing was changed|没有任何改动/ })
    await alert.waitFor()
    const lines = await alert.locator('div:not(:has(div))').allTextContents()
    await alert.getByRole('button').click()
    return lines
  }
  const growth = 'one of compound, S-curve, straight line, Bass diffusion, table'
  await openScreen(page, 'Agents')
  expect(await refused('demand[0].growth', 'fast\t-5')).toContain(
    `row 1 (chat-user) · Growth: "fast"; expected ${growth}`,
  )
  expect(await refused('demand[0].cacheHitShare', '-5\t1')).toContain(
    'row 1 (chat-user) · Cached input: "-5 %"; expected from 0 % to 100 %',
  )
  await changeSettings(page, { language: 'zh' })
  await page.reload()
  expect(await refused('demand[0].growth', 'fast\t-5')).toContain(
    '第 1 行（chat-user） · 增长："fast"；应为：以下之一：复合增长、S 曲线、直线、Bass 扩散、表格',
  )
  await page.locator('[data-path="demand[0].growth"]').selectOption('linear')
  await undoOf(page, /增长：.* → 直线$/).click()
  await changeSettings(page, { language: 'en' })
  await page.reload()
})

test('the clipboard itself: a choice is pasted into its list, and a block is cut out and put back', async () => {
  const { page } = e2e
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await openScreen(page, 'Agents')
  const growth = cell(page, 'rag-knowledge Growth')
  await page.evaluate(() => navigator.clipboard.writeText('compound'))
  await growth.focus()
  await page.keyboard.press('Control+v')
  await undoOf(page, 'Demand: paste').waitFor()
  await expect.poll(() => growth.inputValue()).toBe('cagr')

  const tasks = cell(page, 'coding-agent Tasks per unit and day')
  const kept = await tasks.inputValue()
  expect(kept).not.toBe('')
  await cell(page, 'office-copilot Tasks per unit and day').focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+x')
  await undoOf(page, 'Demand: clear').waitFor()
  await expect.poll(() => tasks.inputValue()).toBe('')
  await page.keyboard.press('Control+v')
  await expect.poll(() => tasks.inputValue()).toBe(kept)
})

test('what cannot be read is said beside its cell, moves nothing, and goes by Escape', async () => {
  const { page } = e2e
  await openScreen(page, 'Power')
  const limit = cell(page, 'Dallas Grid limit')
  const kept = await limit.inputValue()
  const next = cell(page, 'Ashburn Grid limit')
  const before = await next.boundingBox()
  await limit.fill('plenty')
  await limit.press('Enter')
  await page.getByRole('alert').getByText('Expected a number of MW').waitFor()
  expect(await next.boundingBox()).toEqual(before)
  expect(await focusedPath()).toBe('sites[1].power.gridLimitMw')
  await limit.focus()
  await page.keyboard.press('Escape')
  expect(await limit.inputValue()).toBe(kept)
  expect(await page.getByRole('alert').count()).toBe(0)
})
