import { expect, test } from 'vitest'
import { showScreen } from './harness.ts'
import { cell, typeInto, undoOf } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()
const panel = (name: string | RegExp) => e2e.page.getByRole('region', { name })
const told = () => panel('Demand').getByRole('status')

test('tokens a day and per second follow what is typed, before it is saved; Escape takes it back', async () => {
  const { page } = e2e
  await showScreen(page, 'agents')
  await told().getByText('All lines').waitFor()
  const end = cell(page, 'chat-user Units at end')
  await end.click()
  await told().getByText('chat-user').waitFor()
  const saved = await told().textContent()
  // 3.67 tasks of one call, 3,400 tokens: 12,478 tokens a user and day.
  await page.keyboard.type('1 M')
  await told()
    .getByText(/12\.5.B \(144.k\/s\) at the end/)
    .waitFor()
  await page.keyboard.type('illion')
  await told()
    .getByText(/row 1 \(chat-user\) · units end: "1 Million"; expected a number/)
    .waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => told().textContent()).toBe(saved)
  expect(await end.inputValue()).toBe('150,000,000')
  expect(await page.getByRole('button', { name: /^Undo:/ }).count()).toBe(0)
})

test('Bass with a market of its own, a burst and an event factor are typed, and undone by name', async () => {
  const { page } = e2e
  await cell(page, 'chat-user Growth').selectOption('bass')
  await undoOf(page, 'Demand: chat-user Growth → bass').waitFor()
  await typeInto(page, 'chat-user Bass: market', '10')
  await page.getByRole('button', { name: '1 problem', exact: true }).click()
  const problems = page.getByRole('complementary', { name: 'Problems' })
  await problems.getByText(/expected more than the 20000000 units of the start/).click()
  await page.waitForFunction(
    () => document.activeElement?.getAttribute('data-path') === 'demand[0].bass.marketUnits',
  )
  await problems.getByRole('button', { name: 'Close problems' }).click()
  await typeInto(page, 'chat-user Bass: market', '200 M')
  await page.getByText('No problems').waitFor()
  await typeInto(page, 'chat-user Bass: imitation', '0.5')
  await typeInto(page, 'chat-user Burst within the hour', '0.5')
  await page
    .getByRole('alert')
    .getByText(/Expected/)
    .waitFor()
  await typeInto(page, 'chat-user Burst within the hour', '1.4')
  await typeInto(page, 'chat-user Event factor', '1.45')
  const edits = [
    'Demand: chat-user Event factor → 1.45',
    'Growth and burst: chat-user Burst within the hour → 1.4',
    'Growth and burst: chat-user Bass: imitation → 0.5',
    'Growth and burst: chat-user Bass: market → 200,000,000',
    'Growth and burst: chat-user Bass: market → 10',
    'Demand: chat-user Growth → bass',
  ]
  for (const edit of edits) await undoOf(page, edit).click()
  await expect.poll(() => cell(page, 'chat-user Growth').inputValue()).toBe('logistic')
})

test('steps come on top of the curve; more leaving than there are is a problem that names the step', async () => {
  const { page } = e2e
  const choose = page.getByRole('combobox', { name: 'Line of demand' }).last()
  await choose.click()
  await page.getByRole('option', { name: 'robotaxi' }).click()
  const steps = panel(/^Steps/)
  await steps.getByRole('button', { name: 'Add row' }).click()
  await typeInto(page, '2027Q1 Units that come or leave', '-900000')
  await page.getByRole('button', { name: '1 problem', exact: true }).waitFor()
  await told()
    .getByText(/row 11 \(robotaxi\) · steps: .*expected at least 0 units in 2027Q1/)
    .waitFor()
  await typeInto(page, '2027Q1 Holds from', 'soon')
  await page
    .getByRole('alert')
    .getByText(/a quarter such as 2027Q2/)
    .waitFor()
  await page.keyboard.press('Escape')
  await typeInto(page, '2027Q1 Units that come or leave', '50000')
  await page.getByText('No problems').waitFor()
  await undoOf(page, 'Steps · robotaxi: 2027Q1 Units that come or leave → 50,000').click()
  await undoOf(page, 'Steps · robotaxi: 2027Q1 Units that come or leave → -900,000').click()
  await undoOf(page, 'Steps · robotaxi: add row').click()
  await expect.poll(() => steps.getByRole('row').count()).toBe(1)
})

test('a table of years is pasted as growth, its tokens told before it is taken', async () => {
  const { page } = e2e
  const table = panel(/^Growth table/)
  const text = table.getByRole('textbox')
  await text.fill('2026\t1,000\n2028\tmany\n')
  await table.getByText('row 2, units: "many"; expected a number of units of 0 or more').waitFor()
  expect(await table.getByRole('button', { name: 'Take as growth' }).isDisabled()).toBe(true)
  await text.fill('2026Q4\t1,000\n2028\t6,000\n')
  // 30 tasks of one call: what a car asks for, a thousand times.
  await table.getByText(/tokens a day .* at the start/).waitFor()
  // Of the plan as it would be: a thousand cars, not those that the plan has.
  await table.getByTitle('Where this figure comes from').first().click()
  const trace = page.getByRole('complementary', { name: 'Where it comes from' })
  await trace.getByText('Of Meridian Tokens with this growth of robotaxi.').waitFor()
  await trace.getByRole('listitem').filter({ hasText: '1,000' }).first().waitFor()
  await trace.getByRole('button', { name: 'Close', exact: true }).click()
  await table.getByRole('button', { name: 'Take as growth' }).click()
  await undoOf(page, 'Growth of robotaxi pasted').waitFor()
  expect(await cell(page, 'robotaxi Growth').inputValue()).toBe('table')
  expect(await cell(page, 'robotaxi Units by period').inputValue()).toMatch(
    /^1000, 2000, 3000, 4000, 5000, 6000, 6000/,
  )
  await undoOf(page, 'Growth of robotaxi pasted').click()
  await expect.poll(() => cell(page, 'robotaxi Growth').inputValue()).toBe('cagr')
})

test('hours of its own: drawn, pasted as a week, refused with 23, and given back', async () => {
  const { page } = e2e
  const hours = panel(/^Hours of robotaxi/)
  const noon = hours.getByRole('slider', { name: 'robotaxi 12 h' })
  const before = Number(await noon.getAttribute('aria-valuenow'))
  await noon.press('ArrowUp')
  await undoOf(page, 'Hours of robotaxi changed').waitFor()
  await expect
    .poll(async () => Number(await noon.getAttribute('aria-valuenow')))
    .toBeCloseTo(before * 1.05, 2)
  const text = hours.getByRole('textbox', { name: /24 hours/ })
  await text.fill(Array.from({ length: 23 }, () => '1').join(', '))
  await hours.getByRole('button', { name: 'Save hours' }).click()
  await hours.getByText(/profile · hours: 23 hours; expected 24 hours of a day or 168 of a week/).waitFor()
  await text.fill(Array.from({ length: 168 }, (_, hour) => 1 + (hour % 24)).join('\n'))
  await hours.getByRole('button', { name: 'Save hours' }).click()
  await hours.getByRole('img', { name: /Hours of the week/ }).waitFor()
  await hours.getByRole('button', { name: 'Back to the archetype' }).click()
  await noon.waitFor()
  for (let edits = 3; edits > 0; edits--) await undoOf(page, 'Hours of robotaxi changed').click()
  await page.getByText('Changed since it was solved', { exact: true }).waitFor({ state: 'detached' })
})
