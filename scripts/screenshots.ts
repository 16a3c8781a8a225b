import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { SCREENS } from '../src/renderer/state/screens.ts'
import { startE2e } from '../test/e2e/harness.ts'

/** `npm run screenshots [FOLDER] [screen ...]`: every screen, light and dark, wide and narrow, to look at. */
const [folder = 'out/screenshots', ...only] = process.argv.slice(2)
const SIZES = { wide: [1440, 900], laptop: [1366, 768], narrow: [600, 900] } as const

const LOOKS = [
  ['en', 'light'],
  ['en', 'dark'],
  ['zh', 'light'],
  ['zh', 'dark'],
] as const

mkdirSync(folder, { recursive: true })
const e2e = await startE2e()
try {
  const { page } = e2e
  await page.getByRole('heading', { name: 'The cake' }).waitFor()
  await page.getByText(/Audit: /).waitFor()
  for (const [language, colorScheme] of LOOKS) {
    await page.evaluate((own) => localStorage.setItem('tokenworks-language', own), language)
    await page.reload()
    await page.getByRole('banner').waitFor()
    await page.emulateMedia({ colorScheme })
    for (const [size, [width, height]] of Object.entries(SIZES)) {
      await page.setViewportSize({ width, height })
      for (const screen of SCREENS.filter((own) => only.length === 0 || only.includes(own))) {
        await page.evaluate((name) => {
          location.hash = `#/${name}`
        }, screen)
        await page.waitForTimeout(400)
        await page.screenshot({ path: join(folder, `${screen}-${language}-${colorScheme}-${size}.png`) })
      }
    }
  }
  if (e2e.errors.length > 0) throw new Error(e2e.errors.join('\n'))
} finally {
  await e2e.stop()
}
