import type { Page } from 'playwright-core'
import { type E2e, showScreen, startE2e } from '../test/e2e/harness.ts'
import { cell, isStale } from '../test/e2e/moves.ts'
import { watchBlocking } from './blocking.ts'
import { measureLongActions } from './longActions.ts'

/**
 * `npm run bench:screen`: how soon the first screen can be read, how soon an edit is seen, and how evenly the longest
 * table scrolls, in the browser, on the sample. Medians, with the frame of a 60 Hz screen as the unit beside them. Then every
 * action that takes longer than a blink: how long, the longest task of the page's thread, how many are over 200 ms, and the
 * longest time without a mark of work.
 */
const TIMES = 7
const FRAME_MS = 1000 / 60
const EMPTY_PAGE = 'data:text/html,<main>empty</main>'

const started = performance.now()
const e2e = await startE2e()
try {
  await e2e.page.setViewportSize({ width: 1366, height: 768 })
  await cakeOf(e2e.page).waitFor()
  const firstMs = performance.now() - started
  const emptyMs = await median(() => timed(() => e2e.page.goto(EMPTY_PAGE)), 3)
  await e2e.page.goto(e2e.origin)
  const reloadMs = await median(() => reload(e2e.page))
  const { shownMs, staleMs } = await edit(e2e)
  const scroll = await scrollCatalog(e2e.page)
  const line = (what: string, ms: number): string =>
    `${what.padEnd(58)}${ms.toFixed(0).padStart(7)} ms ${(ms / FRAME_MS).toFixed(1).padStart(7)} frames`
  console.log(line('an empty page of the same browser', emptyMs))
  console.log(line('host and browser started, until the cake can be read', firstMs))
  console.log(line('the page loaded again, until the cake can be read', reloadMs))
  console.log(`  over the empty page: ${(reloadMs / emptyMs).toFixed(1)}`)
  console.log(line('an edit, until its cell shows it', shownMs))
  console.log(line('an edit, until the result is said to be stale', staleMs))
  console.log(line('scrolling the catalog: the median frame', scroll.medianMs))
  console.log(line('scrolling the catalog: the worst of 100 frames', scroll.p99Ms))
  await watchBlocking(e2e.page)
  console.log(`${''.padEnd(48)}      ms longest   long unmarked`)
  for (const { what, ...own } of await measureLongActions(e2e)) {
    const figures = [own.wallMs, own.longestMs, own.long, own.unmarkedMs]
    console.log(what.padEnd(48), ...figures.map((value) => value.toFixed(0).padStart(7)))
  }
} finally {
  await e2e.stop()
}

function cakeOf(page: Page) {
  return page.locator('[data-tour=cake] tbody tr').nth(6)
}

async function reload(page: Page): Promise<number> {
  return await timed(async () => {
    await page.reload()
    await cakeOf(page).waitFor()
  })
}

/** One cell changed and undone, again and again. */
async function edit({ page }: E2e): Promise<{ readonly shownMs: number; readonly staleMs: number }> {
  await showScreen(page, 'power')
  const limit = cell(page, 'Dallas Grid limit')
  const before = await limit.inputValue()
  const shown: number[] = []
  const stale: number[] = []
  for (let time = 0; time < TIMES; time++) {
    await limit.fill('7.25')
    const start = performance.now()
    await limit.press('Enter')
    await page.waitForFunction(
      (label) => document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)?.value === '7.25',
      'Dallas Grid limit',
    )
    shown.push(performance.now() - start)
    await isStale(page)
    stale.push(performance.now() - start)
    await limit.fill(before)
    await limit.press('Enter')
    await page
      .getByText(/Proven within/)
      .first()
      .waitFor()
  }
  return { shownMs: middle(shown), staleMs: middle(stale) }
}

/** The wheel turned over the catalog's longest table: times from frame to frame. */
async function scrollCatalog(page: Page): Promise<{ readonly medianMs: number; readonly p99Ms: number }> {
  await showScreen(page, 'catalog')
  await page.mouse.move(700, 500)
  const frames = page.evaluate(
    () =>
      new Promise<number[]>((found) => {
        const gaps: number[] = []
        let last = performance.now()
        const tick = (): void => {
          const now = performance.now()
          gaps.push(now - last)
          last = now
          if (gaps.length < 200) requestAnimationFrame(tick)
          else found(gaps)
        }
        requestAnimationFrame(tick)
      }),
  )
  for (let turn = 0; turn < 60; turn++) await page.mouse.wheel(0, turn < 30 ? 120 : -120)
  const gaps = (await frames).toSorted((a, b) => a - b)
  return { medianMs: middle(gaps), p99Ms: gaps[Math.floor(0.99 * gaps.length)]! }
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await action()
  return performance.now() - start
}

async function median(measure: () => Promise<number>, times = TIMES): Promise<number> {
  const all: number[] = []
  for (let time = 0; time < times; time++) all.push(await measure())
  return middle(all)
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
