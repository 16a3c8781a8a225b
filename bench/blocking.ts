import type { Page } from 'playwright-core'

/** The longest time for which an action kept the page from answering, and whether it was said to be at work. */
export interface Blocking {
  readonly what: string
  /** From the press to what was waited for. */
  readonly wallMs: number
  /** The longest task of the page's own thread meanwhile. */
  readonly longestMs: number
  /** Tasks of more than {@link LONG_MS}. */
  readonly long: number
  /** Longest time without a mark of work (busy, progress, a status that says so) while the action went on. */
  readonly unmarkedMs: number
}

const LONG_MS = 200

interface Watch {
  readonly tasks: number[]
  unmarkedMs: number
  lastMs: number
}
declare global {
  var watch: Watch | undefined
}

/** Watches the page's thread from now on, on every page that is loaded in it. */
export async function watchBlocking(page: Page): Promise<void> {
  const start = (): void => {
    const watch: Watch = { tasks: [], unmarkedMs: 0, lastMs: performance.now() }
    globalThis.watch = watch
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watch.tasks.push(entry.duration)
    }).observe({ type: 'longtask', buffered: true })
    const mark = '[aria-busy="true"], progress, [role="progressbar"], [role="dialog"] [role="status"]'
    const tick = (): void => {
      const now = performance.now()
      if (document.querySelector(mark)) watch.lastMs = now
      watch.unmarkedMs = Math.max(watch.unmarkedMs, now - watch.lastMs)
      setTimeout(tick, 50)
    }
    tick()
  }
  await page.addInitScript(start)
  await page.evaluate(start)
}

/** One action, watched from its beginning to its end. */
export async function measureBlocking(
  page: Page,
  what: string,
  action: () => Promise<unknown>,
): Promise<Blocking> {
  await page.evaluate(() => {
    const own = globalThis.watch
    if (!own) return
    own.tasks.length = 0
    own.unmarkedMs = 0
    own.lastMs = performance.now()
  })
  const start = performance.now()
  await action()
  const wallMs = performance.now() - start
  const { tasks, unmarkedMs } = await page.evaluate(async () => {
    await new Promise((seen) => setTimeout(seen, 100))
    return { tasks: [...(globalThis.watch?.tasks ?? [])], unmarkedMs: globalThis.watch?.unmarkedMs ?? 0 }
  })
  return {
    what,
    wallMs,
    longestMs: Math.max(0, ...tasks),
    long: tasks.filter((own) => own > LONG_MS).length,
    unmarkedMs: Math.min(unmarkedMs, wallMs),
  }
}
