import { expect, test } from 'vitest'
import { dropFile, holdCalls } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage({ hasTour: true })

test('the first start begins with the tour; it is read by keyboard to its end', async () => {
  const { page } = e2e
  const tour = page.getByRole('dialog', { name: 'Tour' })
  // The menu is one line there, which brings the screen in view into view too.
  await page.setViewportSize({ width: 683, height: 384 })
  await tour.getByText('1 of 7').waitFor()
  for (let step = 2; step <= 7; step++) {
    await tour.getByRole('button', { name: 'Next' }).press('Enter')
    await tour.getByText(`${step} of 7`).waitFor()
    if (step === 6) {
      await page.locator('main[data-screen=overview]').waitFor()
      const spokenOf = page.getByRole('navigation').getByRole('button', { name: 'Vary' })
      const isSeen = async () => {
        const box = await spokenOf.boundingBox()
        return box !== null && box.x >= 0 && box.x + box.width <= 683
      }
      await expect.poll(isSeen).toBe(true)
    }
  }
  await page.setViewportSize({ width: 1280, height: 720 })
  await tour.getByRole('button', { name: 'Begin' }).press('Enter')
  await tour.waitFor({ state: 'detached' })
})

test('F1 explains the screen, follows to the next, leads to formulas and is searched', async () => {
  const { page } = e2e
  await page.keyboard.press('F1')
  const help = page.getByRole('complementary', { name: 'Help' })
  await help.getByRole('heading', { name: 'Overview' }).waitFor()
  await page.keyboard.press('Alt+1')
  await help.getByRole('heading', { name: 'Power' }).waitFor()
  await help.getByRole('button', { name: 'Demand charge', exact: true }).click()
  await help.getByText('src/engine/layers/power/grid/demandCharge.ts').waitFor()
  await help.getByRole('searchbox').fill('billed power kilowatt')
  await help.getByRole('button', { name: 'Demand charge', exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })
})

test('a term on a label is explained on focus', async () => {
  const { page } = e2e
  await page.keyboard.press('Alt+0')
  const term = page.locator('dfn').filter({ hasText: 'Net present cost' }).first()
  await term.focus()
  await page.getByRole('tooltip').filter({ hasText: 'Net present value' }).waitFor()
})

test('settings hold after the page is loaded anew', async () => {
  const { page } = e2e
  await page.keyboard.press('Alt+Shift+l')
  await page.getByRole('heading', { name: '七层蛋糕' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: '七层蛋糕' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans')
  await page.keyboard.press('Alt+Shift+l')
  await page.getByRole('heading', { name: 'The cake' }).waitFor()
})

test('a plan and a table dropped anywhere go to the library and to the import', async () => {
  const { page } = e2e
  await dropFile(page, 'prices.csv', 'hour,usdPerMwh\n0,30\n')
  await page.getByText('prices.csv').first().waitFor()
  await dropFile(page, 'broken.tokenplan', '{"schemaVersion":1}')
  await page.getByRole('alert', { name: 'The plan does not fit' }).waitFor()
})

test('a dropped file is named at once, before anything of it can be told', async () => {
  const { page } = e2e
  const release = await holdCalls(page, 'exchange.preview')
  await dropFile(page, 'hours.csv', 'hour,usdPerMwh\n0,30\n')
  await page.getByText(/^hours\.csv is being read; what it would change is shown/).waitFor()
  release()
  await page.getByText(/is being read/).waitFor({ state: 'detached' })
  await page.unroute('**/call/exchange.preview')
})
