import { beforeAll, expect, test } from 'vitest'
import { SCREENS } from '../../src/renderer/state/view/screens.ts'
import { violations } from './axe.ts'
import { changeSettings, showScreen } from './harness.ts'
import { onePage } from './onePage.ts'

const LOOKS = [
  { name: 'light', theme: 'light', contrast: 'auto' },
  { name: 'dark', theme: 'dark', contrast: 'auto' },
  { name: 'high contrast, light', theme: 'light', contrast: 'more' },
  { name: 'high contrast, dark', theme: 'dark', contrast: 'more' },
] as const

const e2e = onePage()
beforeAll(() => e2e.page.emulateMedia({ reducedMotion: 'reduce' }))

for (const { name, theme, contrast } of LOOKS) {
  test(`${name}: the page loads, and its help and shortcuts hold nothing that WCAG 2.2 AA forbids`, async () => {
    const { page } = e2e
    await changeSettings(page, { theme, contrast })
    await page.reload()
    await showScreen(page, 'overview')
    await page.keyboard.press('F1')
    await page.getByRole('complementary', { name: 'Help' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('F1')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })
  test.each(SCREENS)(`%s, ${name}: nothing that WCAG 2.2 AA forbids`, async (screen) => {
    await showScreen(e2e.page, screen)
    expect(await violations(e2e.page)).toEqual([])
  })
}

test("in the system's own colours bars, dots and what is chosen are still told apart", async () => {
  const { page } = e2e
  await page.emulateMedia({ forcedColors: 'active' })
  await showScreen(page, 'overview')
  const colorOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor)
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const [need, capacity] = [
    await colorOf('main td [data-keeps-color] > i'),
    await colorOf('main td [data-keeps-color] > b'),
  ]
  expect(new Set([canvas, need, capacity, 'rgba(0, 0, 0, 0)']).size).toBe(4)
  expect(await colorOf('nav [data-keeps-color]')).not.toBe(canvas)
  const outlineOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(await outlineOf('main tr[aria-current="true"]')).toBe('solid')
  expect(await outlineOf('main label[data-active]')).toBe('solid')
  await page.emulateMedia({ forcedColors: null })
})
