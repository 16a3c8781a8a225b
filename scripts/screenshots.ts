import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { SCREENS } from '../src/renderer/state/view/screens.ts'
import { changeSettings, showScreen, startE2e } from '../test/e2e/harness.ts'

/**
 * `npm run screenshots [FOLDER] [screen ...]`: every screen in both languages, light, dark and high contrast, at the
 * sizes of a laptop, a large screen and 4K, and as narrow as 200 % zoom makes a laptop; on a laptop every tab of a
 * screen, or the screen, whole; to look at.
 */
const [folder = 'out/screenshots', ...only] = process.argv.slice(2)
const SIZES = { laptop: [1366, 768], wide: [1920, 1080], '4k': [3840, 2160], zoomed: [683, 384] } as const

/** Of the window above a screen. */
const HEADER_PX = 60

const LOOKS = [
  { language: 'en', theme: 'light', contrast: 'auto' },
  { language: 'en', theme: 'dark', contrast: 'auto' },
  { language: 'zh', theme: 'light', contrast: 'auto' },
  { language: 'zh', theme: 'dark', contrast: 'auto' },
  { language: 'en', theme: 'light', contrast: 'more' },
  { language: 'en', theme: 'dark', contrast: 'more' },
] as const

mkdirSync(folder, { recursive: true })
const e2e = await startE2e()
try {
  const { page } = e2e
  for (const look of LOOKS) {
    await changeSettings(page, look)
    await page.reload()
    const name = [look.language, look.theme, ...(look.contrast === 'more' ? ['contrast'] : [])].join('-')
    for (const [size, [width, height]] of Object.entries(SIZES)) {
      // High contrast changes colours alone: one size shows it.
      if (look.contrast === 'more' && size !== 'laptop') continue
      await page.setViewportSize({ width, height })
      for (const screen of SCREENS.filter((own) => only.length === 0 || only.includes(own))) {
        await showScreen(page, screen)
        await page.screenshot({ path: join(folder, `${screen}-${name}-${size}.png`) })
        if (size === 'laptop') await shootTabs(page, join(folder, `${screen}-${name}`))
      }
    }
  }
  if (e2e.errors.length > 0) throw new Error(e2e.errors.join('\n'))
} finally {
  await e2e.stop()
}

/** Each tab from its top to its end: `models-en-light-tab2.png`; a screen without tabs as `money-en-light-whole.png`. */
async function shootTabs(page: Page, start: string): Promise<void> {
  const tabs = await page.locator('main').getByRole('tab').all()
  for (const [index, tab] of tabs.entries()) {
    await tab.click()
    await page.getByRole('tabpanel').first().waitFor()
    await shootWhole(page, `${start}-tab${index + 1}.png`)
  }
  if (tabs.length === 0) await shootWhole(page, `${start}-whole.png`)
}

async function shootWhole(page: Page, path: string): Promise<void> {
  const size = page.viewportSize()!
  // Charts grow with the window, up to a limit.
  for (let round = 0; round < 3; round++) {
    const heightPx = await page.locator('main').evaluate((own) => own.scrollHeight)
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, heightPx + HEADER_PX) })
  }
  await page.screenshot({ path })
  await page.setViewportSize(size)
}
