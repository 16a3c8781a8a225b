import { expect, test } from 'vitest'
import { showScreen } from './harness.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

/** A frame that the page keeps waiting longer than this is a freeze that a planner feels. */
const FREEZE_MS = 1000

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
