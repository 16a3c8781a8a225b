import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { showScreen } from './harness.ts'
import { savedBy } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

/** Charts of the solved sample by screen; the tab that they stand on. */
const SCREENS: readonly (readonly [screen: string, tab: string, least: number])[] = [
  ['overview', '', 1],
  ['build-out', '', 2],
  ['sites', '', 3],
  ['flows', '', 3],
  ['money', '', 4],
  ['compare', '', 3],
  ['agents', '', 1],
  ['models', 'In the plan', 1],
  ['models', 'Placement', 1],
  ['accelerators', 'Speed', 1],
  ['accelerators', 'Utilisation', 1],
]

async function goTo(page: Page, screen: string, tab: string, least: number): Promise<Locator[]> {
  await showScreen(page, screen)
  if (tab !== '') await page.getByRole('tab', { name: tab, exact: true }).click()
  if (screen === 'compare') await page.getByText('One group of inputs differs').first().waitFor()
  await page.waitForFunction((count) => document.querySelectorAll('main canvas').length >= count, least)
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
  return page.locator('main [role="group"]:has(> canvas)').all()
}

/** The menu whose button stands last before the chart. */
const menuOf = (chart: Locator): Locator =>
  chart.locator('xpath=preceding::button[starts-with(@aria-label, "Copy or save")][1]')

test.each(SCREENS)(
  '%s %s: every chart has summary, cursor, table, CSV, PNG and SVG',
  async (screen, tab, least) => {
    const { page } = e2e
    const charts = await goTo(page, screen, tab, least)
    for (const chart of charts) {
      const summary = (await chart.locator('canvas').getAttribute('aria-label')) ?? ''
      expect(summary).toMatch(/\S+ \S+/)
      // The cursor reads values aloud; `aria-live` holds them.
      await chart.focus()
      await page.keyboard.press('ArrowRight')
      expect(await chart.locator('[aria-live]').textContent(), summary).toMatch(/\d/)
      await menuOf(chart).click()
      await page.getByRole('menuitem', { name: 'Copy as CSV' }).waitFor()
      await page.getByRole('menuitem', { name: 'Save as PNG' }).waitFor()
      const saved = await savedBy(page, () => page.getByRole('menuitem', { name: 'Save as SVG' }).click())
      const svg = readFileSync(saved.path, 'utf8')
      expect(saved.name).toMatch(/\.svg$/)
      expect(svg).toContain('<title>')
      expect(svg.match(/<path /g)?.length ?? 0, summary).toBeGreaterThan(3)
      expect(svg.match(/<text /g)?.length ?? 0, summary).toBeGreaterThan(3)
      expect(svg).not.toMatch(/NaN|undefined/)
      const isSound = await page.evaluate(
        (text) =>
          new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null,
        svg,
      )
      expect(isSound).toBe(true)
      await chart.locator('xpath=preceding::button[normalize-space()="Table"][1]').waitFor()
      // A menu that still closes beside the next one would be a second of the same names.
      await page.getByRole('menuitem').first().waitFor({ state: 'detached' })
    }
  },
)

/** Figures that are tables with marks in their cells; the tab that they stand on. */
const MARKED: readonly (readonly [screen: string, tab: string, figures: readonly string[]])[] = [
  ['overview', '', ['The cake', 'Headroom of every layer', "Where a token's cost goes"]],
  ['compare', '', ['Timeline by site']],
  ['models', 'Placement', ['Units by model and site']],
  ['accelerators', 'Utilisation', ['Utilisation by hour']],
]

test.each(MARKED)(
  '%s %s: a table with marks is copied and saved as charts are',
  async (screen, tab, figures) => {
    const { page } = e2e
    await goTo(page, screen, tab, 1)
    for (const name of figures) {
      const menu = page.getByRole('button', { name: new RegExp(`^Copy or save: ${name}`) })
      await menu.click()
      await page.getByRole('menuitem', { name: 'Copy as CSV' }).waitFor()
      await page.getByRole('menuitem', { name: 'Save as PNG' }).waitFor()
      const saved = await savedBy(page, () => page.getByRole('menuitem', { name: 'Save as SVG' }).click())
      const svg = readFileSync(saved.path, 'utf8')
      expect(svg).toContain(`<title>${name}`)
      expect(svg.match(/<text /g)!.length, name).toBeGreaterThan(7)
      expect(svg.match(/<(?:rect|path) /g)!.length, name).toBeGreaterThan(5)
      // Colours as every program reads them.
      expect(svg).not.toMatch(/NaN|undefined|color-mix|color\(/)
      await page.getByRole('menuitem').first().waitFor({ state: 'detached' })
      await menu.click()
      const png = await savedBy(page, () => page.getByRole('menuitem', { name: 'Save as PNG' }).click())
      expect(readFileSync(png.path).subarray(1, 4).toString()).toBe('PNG')
      await page.getByRole('menuitem').first().waitFor({ state: 'detached' })
    }
  },
)

const pane = (page: Page): Locator => page.getByRole('complementary', { name: 'Where it comes from' })

test('a point of a chart says how it comes about: clicked, or chosen by the arrow keys and Enter', async () => {
  const { page } = e2e
  await goTo(page, 'sites', '', 3)
  const names = await page.locator('main canvas').evaluateAll((all) => all.map((own) => own.ariaLabel))
  const chart = page
    .locator('main [role="group"]:has(> canvas)')
    .nth(names.findIndex((own) => own?.startsWith('Hourly dispatch')))
  await chart.focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  await pane(page)
    .getByText(/Weekday 01:00 UTC/)
    .first()
    .waitFor()
  // One line alone is read then.
  expect((await chart.locator('[aria-live]').textContent())?.split(', ').length).toBeLessThan(4)
  await pane(page).getByRole('button', { name: 'Close' }).click()
  await pane(page).waitFor({ state: 'hidden' })
  const canvas = chart.locator('canvas')
  // The chart takes the room of the pane a moment later: pressed before, it would be pressed beside.
  const isFitted = (own: Element): boolean => own.clientWidth === own.parentElement?.clientWidth
  await expect.poll(() => canvas.evaluate(isFitted)).toBe(true)
  const { width, height } = (await canvas.boundingBox())!
  // A bar of a load that never ends stands in the middle of the picture.
  await canvas.click({ position: { x: width / 2, y: height * 0.6 } })
  await pane(page).getByText(/UTC/).first().waitFor()
})

test.each(['build-out', 'flows', 'sites'])('%s: diagrams are saved as PNG and SVG', async (screen) => {
  const { page } = e2e
  await showScreen(page, screen)
  const pictures = page.locator('main svg[role="img"], main svg[role="group"]')
  await pictures.first().waitFor()
  expect(await pictures.first().getAttribute('aria-label')).toMatch(/\S+ \S+/)
  await menuOf(pictures.first()).click()
  const saved = await savedBy(page, () => page.getByRole('menuitem', { name: 'Save as SVG' }).click())
  expect(readFileSync(saved.path, 'utf8')).toMatch(/^<svg/)
})
