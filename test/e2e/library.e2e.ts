import { expect, test } from 'vitest'
import { openScreen } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

test('a plan in the trash is erased only when asked for once more, by keyboard too', async () => {
  const { page } = e2e
  const name = 'Leases only (copy)'
  const more = () => page.getByRole('button', { name: `More: ${name}`, exact: true })
  const ask = page.getByRole('dialog', { name: 'Erase for good?' })
  const askToErase = async (): Promise<void> => {
    await more().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: /^Erase for good/ }).focus()
    await page.keyboard.press('Enter')
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
