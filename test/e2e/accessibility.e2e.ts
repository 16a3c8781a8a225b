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
