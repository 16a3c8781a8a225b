import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { showScreen } from './harness.ts'
import { openScreen, startFromTemplate } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

/** How far the page moved by itself since it was loaded, as the browser measures it. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const own = window as unknown as { shifted: number }
    own.shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) own.shifted += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift' })
  })
  return () => page.evaluate(() => (window as unknown as { shifted: number }).shifted)
}

test('a plan that is not solved says what it holds, layer by layer, and leads to its result', async () => {
  const { page } = e2e
  await page.setViewportSize({ width: 1366, height: 768 })
  await startFromTemplate(page, /^Colocation suite/)
  await openScreen(page, 'Overview')
  const outline = page.getByRole('region', { name: 'What the plan holds' })
  await outline.getByText(/1 site, up to 4 MW of IT/).waitFor()
  await outline.getByText(/tokens a day at the start/).waitFor()
  for (const screen of ['build-out', 'sites', 'flows', 'money', 'why', 'report']) {
    await showScreen(page, screen)
    await page.getByRole('button', { name: 'Find the best plan' }).waitFor()
  }
  await openScreen(page, 'Power')
  const shifts = await watchShifts(page)
  await page.getByRole('button', { name: 'Find the best plan' }).click()
  await page.getByText('Solved. The screens show the new plan.').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('img', { name: /Capacity and need/ }).waitFor()
  // Nothing that stood below was pushed away by what the result brought, nor the head by what it says of it.
  expect(await shifts()).toBeLessThan(0.0005)
})
