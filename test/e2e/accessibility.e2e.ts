import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SCREENS } from '../../src/renderer/state/screens.ts'
import { changeSettings, type E2e, showScreen, startE2e } from './harness.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }"
const LOOKS = [
  { name: 'light', theme: 'light', contrast: 'auto' },
  { name: 'dark', theme: 'dark', contrast: 'auto' },
  { name: 'high contrast, light', theme: 'light', contrast: 'more' },
  { name: 'high contrast, dark', theme: 'dark', contrast: 'more' },
] as const

let e2e: E2e
beforeAll(async () => {
  e2e = await startE2e()
  await e2e.page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(async () => {
  const errors = [...e2e.errors]
  await e2e.stop()
  expect(errors).toEqual([])
})

async function violations(): Promise<string[]> {
  const found = (await e2e.page.evaluate(`axe.run(${RULES})`)) as AxeResults
  return found.violations.map((own) => `${own.id}: ${own.nodes[0]?.html.slice(0, 200)}`)
}

for (const { name, theme, contrast } of LOOKS) {
  test(`${name}: the page loads, and its help and shortcuts hold nothing that WCAG 2.2 AA forbids`, async () => {
    const { page } = e2e
    await changeSettings(page, { theme, contrast })
    await page.reload()
    await showScreen(page, 'overview')
    await page.evaluate(AXE)
    await page.keyboard.press('F1')
    await page.getByRole('complementary', { name: 'Help' }).waitFor()
    expect(await violations()).toEqual([])
    await page.keyboard.press('F1')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    expect(await violations()).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })
  test.each(SCREENS)(`%s, ${name}: nothing that WCAG 2.2 AA forbids`, async (screen) => {
    await showScreen(e2e.page, screen)
    expect(await violations()).toEqual([])
  })
}
