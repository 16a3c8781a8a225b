import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { SCREENS } from '../../src/renderer/state/view/screens.ts'
import { changeSettings, showScreen } from './harness.ts'
import { isProven, isStale, startFromTemplate, typeInto } from './moves.ts'
import { onePage } from './onePage.ts'

const LAYER_SCREENS = [
  ...(['agents', 'scheduling', 'distribution', 'models', 'accelerators', 'facility', 'power'] as const),
]

/** What web.dev calls good is 0.1; a screen of figures that are read should move less. */
const MOST_SHIFT = 0.02

/** Of what nobody has pressed for, over several steps: what is left are a few figures that give way to others. */
const MOST_UNASKED = 0.01

const e2e = onePage()

test.each(SCREENS)('%s: nothing is wider than a page of 320 px (WCAG 1.4.10)', async (screen) => {
  await e2e.page.setViewportSize({ width: 320, height: 640 })
  await showScreen(e2e.page, screen)
  const widthPx = await e2e.page.evaluate(() => document.documentElement.scrollWidth)
  expect(widthPx).toBeLessThanOrEqual(320)
})

test('in a narrow window, where the menu is one line, the screen in view is seen in it', async () => {
  const { page } = e2e
  await page.setViewportSize({ width: 683, height: 384 })
  for (const screen of ['library', 'overview', 'money'] as const) {
    await showScreen(page, screen)
    const current = page.getByRole('navigation').locator('[aria-current=page]')
    await expect.poll(() => current.evaluate(isInWindow)).toBe(true)
  }
})

test('a screen opens at its top, however far down the one before was read', async () => {
  const { page } = e2e
  const main = page.locator('main')
  await page.setViewportSize({ width: 1366, height: 768 })
  await showScreen(page, 'money')
  await main.evaluate((own) => own.scrollTo({ top: own.scrollHeight }))
  expect(await main.evaluate((own) => own.scrollTop)).toBeGreaterThan(500)
  await showScreen(page, 'flows')
  expect(await main.evaluate((own) => own.scrollTop)).toBe(0)
})

test('4K: text and everything else are half as large again, and the screen is no wider than the window', async () => {
  const { page } = e2e
  const sizeOf = async (width: number, height: number) => {
    await page.setViewportSize({ width, height })
    const head = page.getByRole('heading', { name: 'Where a token' })
    return head.evaluate((own) => Number.parseFloat(getComputedStyle(own).fontSize))
  }
  await showScreen(page, 'overview')
  const laptop = await sizeOf(1366, 768)
  // The page hears of the new size after the window has it.
  await expect.poll(async () => (await sizeOf(3840, 2160)) / laptop).toBeCloseTo(1.5)
  const screen = page.locator('main')
  await expect.poll(() => screen.evaluate((own) => own.scrollWidth - own.clientWidth)).toBe(0)
  await expect.poll(() => screen.evaluate((own) => own.scrollHeight - own.clientHeight)).toBe(0)
})

test('4K: the first screen is filled to its end, with what others choose between side by side', async () => {
  const { page } = e2e
  await page.setViewportSize({ width: 3840, height: 2160 })
  await showScreen(page, 'overview')
  const bottomOf = (name: string) =>
    page.getByRole('region', { name, exact: true }).evaluate((own) => own.getBoundingClientRect().bottom)
  for (const name of ['Headroom of every layer', 'Headroom at every site'])
    expect(await page.getByRole('table', { name }).count()).toBe(1)
  const ends = [await bottomOf('Map of regions, sites and tokens'), await bottomOf('Trust')]
  for (const end of ends) expect(end / 2160).toBeGreaterThan(0.95)
  // Above it, nothing is left empty beside the cake.
  expect(await bottomOf('The cake')).toBeCloseTo(await bottomOf("Where a token's cost goes"), 0)
})

test('dark: fields stand on surfaces of the theme, not on the greys of the library', async () => {
  const { page } = e2e
  await changeSettings(page, { theme: 'dark' })
  await page.reload()
  await showScreen(page, 'overview')
  const field = page.locator('main input.mantine-Select-input').first()
  const [red = 0, , blue = 0] = await field.evaluate((own) =>
    [...getComputedStyle(own).backgroundColor.matchAll(/\d+/g)].map(Number),
  )
  expect(blue).toBeGreaterThan(red)
  await changeSettings(page, { theme: 'auto' })
  await page.reload()
})

test.each(['overview', 'report'] as const)(
  '%s: no table of results scrolls sideways on a laptop',
  async (screen) => {
    const { page } = e2e
    await page.setViewportSize({ width: 1366, height: 768 })
    await showScreen(page, screen)
    const tables = page.locator('main section[tabindex="0"]:has(table)')
    expect(await tables.count()).toBeGreaterThan(0)
    const wide = await tables.evaluateAll((all) =>
      all.flatMap((own) => (own.scrollWidth > own.clientWidth ? [own.getAttribute('aria-label')] : [])),
    )
    expect(wide).toEqual([])
  },
)

test.each(['en', 'zh'] as const)(
  '%s: tables of inputs show all their columns on a laptop, of demand all but the shares of regions, and cut no number',
  async (language) => {
    const { page } = e2e
    await changeSettings(page, { language })
    await page.reload()
    await page.setViewportSize({ width: 1366, height: 768 })
    const wide: string[] = []
    const cut: string[] = []
    for (const screen of LAYER_SCREENS) {
      await showScreen(page, screen)
      wide.push(...(await page.locator('main table:has([data-path])').evaluateAll(cutColumns)))
      cut.push(...(await page.locator('main td input[data-path]').evaluateAll(cutNumbers)))
    }
    await changeSettings(page, { language: 'en' })
    await page.reload()
    expect(wide).toEqual([])
    expect(cut).toEqual([])
  },
)

test.each(SCREENS)('%s: what stands on the page does not move while the rest arrives', async (screen) => {
  const { page } = e2e
  await page.setViewportSize({ width: 1366, height: 768 })
  await showScreen(page, screen)
  // As a planner comes back to it: the address is kept, everything else is loaded anew.
  await page.reload()
  await showScreen(page, screen)
  await page.waitForLoadState('networkidle')
  expect(await shiftOf(page)).toBeLessThanOrEqual(MOST_SHIFT)
})

test('late answers move nothing in view: of an edit, of one that fails, of another plan', async () => {
  const { page } = e2e
  await page.setViewportSize({ width: 1366, height: 768 })
  await startFromTemplate(page, /^Colocation suite/)
  await switchPlan(page, /^Meridian/)
  // What comes later than half a second after a press is not counted as made by it.
  await page.route('**/call/**', async (route) => {
    await new Promise((late) => setTimeout(late, 700))
    await route.continue()
  })
  const before = await unaskedShift(page)
  const moved = async (): Promise<number> => (await unaskedShift(page)) - before
  await showScreen(page, 'power')
  await typeInto(page, 'Dallas Grid limit', '123456789.5')
  await undoOfLimit(page).waitFor()
  expect(await moved()).toBeLessThan(MOST_UNASKED)
  await undoOfLimit(page).click()
  await isProven(page)
  await showScreen(page, 'overview')
  await switchPlan(page, /^Colocation suite/)
  await page.getByText('What the plan holds').waitFor()
  await switchPlan(page, /^Meridian/)
  await page.getByRole('heading', { name: 'Trust' }).waitFor()
  expect(await moved()).toBeLessThan(MOST_UNASKED)
  // Calls still held are answered first: their handlers outlive the route.
  await page.unrouteAll({ behavior: 'wait' })
  await page.route('**/call/plans.edit', async (route) => {
    await new Promise((late) => setTimeout(late, 700))
    await route.fulfill({ json: { ok: false, fault: { code: 'internal', message: 'Full', faults: [] } } })
  })
  await showScreen(page, 'power')
  await typeInto(page, 'Dallas Grid limit', '7')
  const notice = page.getByRole('alert').filter({ hasText: 'Full' })
  await notice.waitFor()
  expect(await moved()).toBeLessThan(MOST_UNASKED)
  await notice.getByRole('button').last().click()
  await notice.waitFor({ state: 'detached' })
  await page.unrouteAll({ behavior: 'wait' })
})

test('figures of a stale result say so where they stand', async () => {
  const { page } = e2e
  const marks = page.locator('main').getByText('of earlier inputs', { exact: true })
  await showScreen(page, 'power')
  await typeInto(page, 'Dallas Grid limit', '7')
  await isStale(page)
  for (const screen of ['overview', 'build-out', 'sites', 'flows', 'money', 'power'] as const) {
    await showScreen(page, screen)
    expect(await marks.count(), screen).toBeGreaterThan(0)
  }
  // Tables of inputs are of the plan as it stands.
  const grid = page.getByRole('region', { name: 'Grid and energy', exact: true })
  expect(await grid.getByText('of earlier inputs').count()).toBe(0)
  await undoOfLimit(page).click()
  await isProven(page)
  await showScreen(page, 'overview')
  expect(await marks.count()).toBe(0)
})

test("colours of the system: charts stand on its ground, whatever the plan's theme is", async () => {
  const { page } = e2e
  await showScreen(page, 'overview')
  const ground = () =>
    page
      .locator('main canvas')
      .first()
      .evaluate((own) =>
        [...(own as HTMLCanvasElement).getContext('2d')!.getImageData(2, 2, 1, 1).data.slice(0, 3)].join(),
      )
  const canvasOfSystem = () =>
    page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.cssText = 'forced-color-adjust: none; color: Canvas'
      const numbers = getComputedStyle(probe).color.match(/\d+/g)!.join()
      probe.remove()
      return numbers
    })
  expect(await ground()).toBe('255,255,255')
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await expect.poll(ground).not.toBe('255,255,255')
  expect(await ground()).toBe(await canvasOfSystem())
  await page.emulateMedia({ forcedColors: 'none', colorScheme: null })
  await expect.poll(ground).toBe('255,255,255')
})

const undoOfLimit = (page: Page) => page.getByRole('button', { name: /^Undo: .*Dallas Grid limit: / })

async function switchPlan(page: Page, name: RegExp): Promise<void> {
  await page.locator('header [data-tour=plan]').click()
  await page.getByRole('menuitem', { name }).first().click()
  await page
    .locator('header [data-tour=plan]')
    .filter({ hasText: new RegExp(name.source.slice(1)) })
    .waitFor()
}

test('on a laptop names of leases are read whole; of what a cell cuts off the whole is said at the cursor', async () => {
  const { page } = e2e
  await page.setViewportSize({ width: 1366, height: 768 })
  await showScreen(page, 'distribution')
  const names = page.locator('[data-path^="distribution.leases["][data-path$=".name"]')
  expect(await names.count()).toBeGreaterThan(3)
  const cut = await names.evaluateAll((cells) =>
    cells
      .filter((cell) => cell.scrollWidth > cell.clientWidth)
      .map((cell) => (cell as HTMLInputElement).value),
  )
  expect(cut).toEqual([])
  await showScreen(page, 'agents')
  await page.locator('[data-path="demand[11].archetypeId"]').focus()
  await page.getByText('Developer API tenant (OpenRouter-like request)').and(page.locator('span')).waitFor()
})

/** Fields whose columns end beyond the box that their table scrolls in, shares of regions and the note after them aside. */
function cutColumns(tables: readonly Element[]): string[] {
  return tables.flatMap((table) => {
    const box = table.parentElement!.getBoundingClientRect()
    const cells = [...table.querySelectorAll('tbody tr:first-child [data-path]')]
    return cells
      .filter((cell) => cell.getBoundingClientRect().right > box.right + 1)
      .map((cell) => cell.getAttribute('data-path') ?? '')
      .filter((path) => !/^demand\[\d+\]\.(regionShares|note)/.test(path))
  })
}

/** Fields whose number is wider than its cell. */
function cutNumbers(cells: readonly Element[]): string[] {
  return cells
    .filter((cell) => getComputedStyle(cell).textAlign === 'right' && cell.scrollWidth > cell.clientWidth)
    .map((cell) => cell.getAttribute('data-path') ?? '')
}

function isInWindow(own: Element): boolean {
  const { left, right } = own.getBoundingClientRect()
  return left >= 0 && right <= document.documentElement.clientWidth
}

/** Sum of all shifts since the page was loaded, as a browser counts them: share of the window times distance. */
const shiftOf = (page: Page): Promise<number> => sumShifts(page, true)

/** The same without those within half a second of a press. */
const unaskedShift = (page: Page): Promise<number> => sumShifts(page, false)

function sumShifts(page: Page, isAskedToo: boolean): Promise<number> {
  return page.evaluate(
    (asked) =>
      new Promise<number>((found) => {
        let total = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if (asked || Reflect.get(entry, 'hadRecentInput') !== true)
              total += Number(Reflect.get(entry, 'value'))
        }).observe({ type: 'layout-shift', buffered: true })
        // The observer reports what it has kept before the next frame but one.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => found(total), 50)))
      }),
    isAskedToo,
  )
}
