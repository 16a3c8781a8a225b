import { expect, test } from 'vitest'
import { showScreen } from './harness.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

/** A frame that the page keeps waiting longer than this is a freeze that a planner feels. */
const FREEZE_MS = 1000

test('a result that the audit differs from says so in the head of every screen, and leads to the differences', async () => {
  const { page } = e2e
  // As if a solver had claimed what its plan is not.
  await page.route('**/call/*', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replaceAll(/"usedItMwEnd":[\d.]+/g, '"usedItMwEnd":12.5')
    await route.fulfill({ response, body })
  })
  await page.reload()
  await showScreen(page, 'money')
  await page.getByRole('banner').getByRole('button', { name: 'Audit: 1 line differs.' }).click()
  await page.getByText(/^The audit differs from the result in 1 of/).waitFor()
  const checks = page.getByRole('table', { name: 'Checks' }).getByRole('row')
  expect(await checks.nth(1).textContent()).toMatch(/^Figures of the summary/)
  await page
    .getByRole('table', { name: 'Differences' })
    .getByText(/claimed 12.5 MW/)
    .waitFor()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('the audit shows how far it is, is stopped, and done again; the screen answers meanwhile', async () => {
  const { page } = e2e
  await showScreen(page, 'audit')
  // Of a plan that is read anew the result is audited anew.
  await page.reload()
  await page.getByRole('progressbar', { name: /being audited/ }).waitFor()
  await page.getByRole('button', { name: 'Stop', exact: true }).first().click()
  await page.getByText('The audit was stopped.').waitFor()
  await page.evaluate(() => {
    const frames = { longest: 0, last: performance.now() }
    Reflect.set(window, 'auditFrames', frames)
    const next = (now: number): void => {
      frames.longest = Math.max(frames.longest, now - frames.last)
      frames.last = now
      requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
  await page.getByRole('button', { name: 'Audit the result' }).click()
  await page.getByText(/\d+ of \d+ checks done/).waitFor()
  await page.getByText(/^The audit agrees with the result/).waitFor()
  const longest = await page.evaluate(() => Reflect.get(window, 'auditFrames').longest as number)
  expect(longest).toBeLessThan(FREEZE_MS)
})
