import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type E2e, startE2e } from './harness.ts'
import { cell, isStale, nameOfEdit, openScreen, typeInto, undoOf } from './moves.ts'

let e2e: E2e

/** Not `onePage`: a host that does not answer is written to the console by the browser itself. */
beforeAll(async () => {
  e2e = await startE2e()
})
afterAll(async () => {
  await e2e?.stop()
})

const LIMIT = 'Grid and energy: Dallas Grid limit → 7.25'

test('an edit that the host did not take is said to be unsaved, and made when it answers again', async () => {
  const { page } = e2e
  await openScreen(page, 'Power')
  const before = await cell(page, 'Dallas Grid limit').inputValue()
  await whileHostIsAway(page, async () => {
    await typeInto(page, 'Dallas Grid limit', '7.25')
    const notice = page.getByRole('alert').filter({ hasText: 'The host does not answer' })
    await notice.getByText(nameOfEdit(`Not saved, and so not made: ${LIMIT}`)).waitFor()
    await page.getByText('Last edit not saved', { exact: true }).waitFor()
    expect(await cell(page, 'Dallas Grid limit').inputValue()).toBe(before)
    await notice.getByRole('button', { name: 'Try again' }).click()
    await notice.getByRole('button', { name: 'Try again' }).waitFor()
  })
  await page.getByRole('button', { name: 'Try again' }).click()
  await undoOf(page, LIMIT).waitFor()
  await isStale(page)
  await page.getByText('Saved', { exact: true }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  expect(await cell(page, 'Dallas Grid limit').inputValue()).toBe('7.25')
  await undoOf(page, LIMIT).click()
})

test('the same in Chinese', async () => {
  const { page } = e2e
  await page.getByRole('button', { name: '中文' }).click()
  await whileHostIsAway(page, async () => {
    await typeInto(page, '达拉斯 电网上限', '7.5')
    const notice = page.getByRole('alert')
    await notice.getByRole('button', { name: '重试' }).waitFor()
    expect(await notice.textContent()).not.toMatch(/[a-z]{3} [a-z]{3}/i)
  })
  await page.getByRole('button', { name: 'English' }).click()
})

test('a page of a host that has ended says so when it is loaded again', async () => {
  const { page } = e2e
  await page.evaluate(() => sessionStorage.setItem('tokenworks-session', 'of a host before'))
  await page.reload()
  await page.getByText('Start Tokenworks again and open the address that it prints.').waitFor()
})

async function whileHostIsAway(page: Page, work: () => Promise<void>): Promise<void> {
  await page.route('**/call/**', (route) => route.abort('connectionrefused'))
  await work()
  await page.unroute('**/call/**')
}
