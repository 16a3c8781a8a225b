import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { SCREENS } from '../../src/renderer/state/view/screens.ts'
import { showScreen } from './harness.ts'
import { cell, openScreen, solvePlan, startFromTemplate, typeInto } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

const problems = (page: Page) => page.getByRole('complementary', { name: 'Problems' })
const addTo = (page: Page, table: string) =>
  page.getByRole('region', { name: table, exact: true }).first().getByRole('button', { name: 'Add row' })

test('a plan begun from nothing stands on every screen, and says what it still asks for', async () => {
  const { page } = e2e
  await startFromTemplate(page, /^Empty plan/)
  for (const screen of SCREENS) await showScreen(page, screen)
  await page.getByRole('button', { name: 'Solve', exact: true }).click()
  await problems(page).getByText('Nobody asks for tokens yet', { exact: false }).waitFor()
  await problems(page).getByText('There is no place to serve from yet', { exact: false }).waitFor()
})

test('each thing it asks for leads to its screen, and a row added there mends it, to a solved plan', async () => {
  const { page } = e2e
  const follow = async (sentence: RegExp, table: string): Promise<void> => {
    await problems(page).getByRole('button', { name: sentence }).click()
    await addTo(page, table).click()
    await problems(page).getByRole('button', { name: sentence }).waitFor({ state: 'detached' })
  }
  await follow(/Nobody asks for tokens yet/, 'Demand')
  await follow(/There is no place to serve from yet/, 'Sites')
  await follow(/No model serves the demand yet/, 'Models')
  expect(
    await problems(page)
      .getByText(/quality/i)
      .count(),
  ).toBe(0)
  await follow(/nothing to run models on yet/, 'Accelerators on sale')
  await openScreen(page, 'Agents')
  await typeInto(page, 'demand-1 Units at start', '200000')
  await typeInto(page, 'demand-1 Units at end', '1000000')
  expect(await cell(page, 'demand-1 Units at end').inputValue()).not.toBe('')
  await solvePlan(page)
  await page
    .getByText(/Proven within/)
    .first()
    .waitFor()
})
