import { expect, test } from 'vitest'
import { readPlan } from '../../src/plan/readPlan.ts'
import { printedCase } from '../fixtures/printedCases.ts'
import { showScreen } from './harness.ts'
import { cell, dropFile, solvePlan, typeInto, undoOf } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

/** A plan of the page of worked cases: the one of all cases, with the fields of one of them in its place. */
function planOf(about: string): string {
  const plan = { ...printedCase('A plan for the cases'), ...printedCase(about), name: about }
  return JSON.stringify(readPlan(plan))
}

const open = async (about: string): Promise<void> => {
  const { page } = e2e
  await dropFile(page, `${about}.tokenplan`, planOf(about))
  await page.getByTitle('Plan', { exact: true }).getByText(about).waitFor()
  await page.locator('main[data-screen="overview"]').waitFor()
}

test('a class is kept to tiers on the routing screen; the matrix says so of every other place', async () => {
  const { page } = e2e
  await showScreen(page, 'scheduling')
  const matrix = page.getByRole('region', { name: 'Where each class may be served' }).getByRole('table')
  const heads = await matrix.getByRole('columnheader').allTextContents()
  for (const tier of [/edge$/, /campus$/, /leased$/]) expect(heads.some((head) => tier.test(head))).toBe(true)
  const before = await matrix.getByText('tier', { exact: true }).count()
  await typeInto(page, 'standard-complex: Served on', 'moon')
  await page
    .getByRole('alert')
    .getByText(/Expected/)
    .waitFor()
  await typeInto(page, 'standard-complex: Served on', 'campus, leased')
  await undoOf(page, 'Classes of tasks: standard-complex Served on → campus, leased').waitFor()
  await expect.poll(() => matrix.getByText('tier', { exact: true }).count()).toBeGreaterThan(before)
  await undoOf(page, 'Classes of tasks: standard-complex Served on → campus, leased').click()
  await expect.poll(() => matrix.getByText('tier', { exact: true }).count()).toBe(before)
})

test('solving with and without layer 6 can be stopped, and then says nothing', async () => {
  const { page } = e2e
  const worth = page.getByRole('region', { name: /^What routing, waiting and pooling are worth/ }).first()
  await worth.getByRole('button', { name: 'Solve with and without' }).click()
  await worth.getByText(/^[0-3] of 4 solved$/).waitFor()
  await worth.getByRole('button', { name: 'Stop' }).click()
  await worth.getByRole('button', { name: 'Solve with and without' }).waitFor()
  expect(await worth.getByRole('table').count()).toBe(0)
  expect(await worth.getByRole('status').textContent()).toBe('')
})

test('the worth of layer 6 is measured by solving with and without it', async () => {
  const { page } = e2e
  await open('Routing off')
  await showScreen(page, 'scheduling')
  const worth = page.getByRole('region', { name: /^What routing, waiting and pooling are worth/ }).first()
  await worth.getByRole('button', { name: 'Solve with and without' }).click()
  const row = (name: RegExp) => worth.getByRole('row', { name })
  await row(/^as it is/).waitFor()
  const ratio = async (name: RegExp) =>
    Number((await row(name).getByRole('cell').nth(2).textContent())!.replace('×', ''))
  const implied = /implies × ([\d.]+)/.exec((await worth.textContent())!)![1]
  // Seven tenths of the tasks leave the small model: what two solves say is what the speeds say.
  expect(Math.abs((await ratio(/^without routing/)) / Number(implied) - 1)).toBeLessThan(0.01)
  expect(await ratio(/^without routing/)).toBeGreaterThan(1.2)
  expect(await ratio(/^without waiting/)).toBeCloseTo(1, 2)
  // Each figure of the four plans opens its trace, in the plan that was solved for it.
  const figures = worth.getByTitle('Where this figure comes from')
  expect(await figures.count()).toBe(4 * 5 + 2)
  const pane = page.getByRole('complementary', { name: 'Where it comes from' })
  for (const figure of await figures.all()) {
    await figure.click()
    await pane.getByText(/^Of .*, the last period alone and without limits\.$/).waitFor()
    expect(await pane.getByRole('listitem').count()).toBeGreaterThan(0)
  }
  await pane.getByRole('button', { name: 'Close', exact: true }).click()
  // What was found is of the plan as it was: an edit takes it away.
  await cell(page, 'Sticky sessions').fill('50')
  await cell(page, 'Sticky sessions').press('Enter')
  await row(/^as it is/).waitFor({ state: 'detached' })
})

test('tokens are told by tier: devices, edge and campus as the case says', async () => {
  const { page } = e2e
  await open('Devices, the edge')
  await solvePlan(page)
  await showScreen(page, 'flows')
  const tiers = page.getByRole('region', { name: /^Tokens by tier/ })
  await tiers.getByRole('button', { name: 'Table' }).click()
  const heads = await tiers.getByRole('columnheader').allTextContents()
  const cells = await tiers.getByRole('row').nth(1).getByRole('cell').allTextContents()
  const share = (tier: string) => {
    const mTokS = cells.slice(-heads.length).map((text) => Number(text.replaceAll(/[^\d.]/g, '')))
    return mTokS[heads.findIndex((head) => head.startsWith(tier))]! / 407.407
  }
  expect(share('device')).toBeCloseTo(0.2, 2)
  expect(share('edge')).toBeCloseTo(0.5, 2)
  expect(share('campus')).toBeCloseTo(0.3, 2)
  await showScreen(page, 'scheduling')
  const matrix = page.getByRole('region', { name: 'Where each class may be served' }).getByRole('table')
  const heads2 = await matrix.getByRole('columnheader').allTextContents()
  expect(
    heads2.filter((head) => /Phonesdevice|Ashburnedge|Tokyocampus|Leaseleased/.test(head)).length,
  ).toBeGreaterThan(2)
})
