import { afterAll, beforeAll, expect, test } from 'vitest'
import { type E2e, startE2e } from './harness.ts'

let e2e: E2e
let trades = 0
let isTraded: () => void = () => undefined
const traded = new Promise<void>((done) => {
  isTraded = done
})

/** The host gives the secret for the ticket of the start link, and its answer does not reach the page. */
beforeAll(async () => {
  e2e = await startE2e({
    prepare: (page) =>
      page.route('**/session', async (route) => {
        trades += 1
        if (trades > 1) return route.continue()
        await route.fetch()
        isTraded()
      }),
  })
})
afterAll(async () => {
  await e2e?.stop()
})

test('a page that is loaded anew while it opens its session opens it again, and its address bears no ticket', async () => {
  const { page } = e2e
  await traded
  await page.reload()
  await page.locator('main h1').first().waitFor()
  expect(trades).toBe(2)
  expect(new URL(page.url()).hash).toBe('#/overview')
  // Loaded once more, it has its secret and trades nothing.
  await page.reload()
  await page.locator('main h1').first().waitFor()
  expect(trades).toBe(2)
  const kept = await page.evaluate(() => Object.keys(sessionStorage))
  expect(kept).not.toContain('tokenworks-trade')
  expect(e2e.errors).toEqual([])
})
