import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SCREENS } from '../../src/renderer/state/screens.ts'
import { type E2e, startE2e } from './harness.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }"

let e2e: E2e
beforeAll(async () => {
  e2e = await startE2e()
  await e2e.page.getByRole('heading', { name: 'The cake' }).waitFor()
  await e2e.page.evaluate(AXE)
})
afterAll(() => e2e.stop())

for (const colorScheme of ['light', 'dark'] as const) {
  test.each(SCREENS)(`%s, ${colorScheme}: nothing that WCAG 2.2 AA forbids`, async (screen) => {
    const { page } = e2e
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate((name) => {
      location.hash = `#/${name}`
    }, screen)
    await page.waitForTimeout(150)
    const { violations } = (await page.evaluate(`axe.run(${RULES})`)) as AxeResults
    expect(violations.map((own) => `${own.id}: ${own.nodes[0]?.html.slice(0, 200)}`)).toEqual([])
  })
}
