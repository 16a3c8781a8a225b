import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readPlan } from '../../src/plan/readPlan.ts'
import { printedCase } from '../fixtures/printedCases.ts'
import { dropFile, openScreen, savedBy, solvePlan, typeInto } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

test('ages at which servers may leave are typed, solved, and seen in result, drawing, cost and calendar', async () => {
  const { page } = e2e
  const plan = readPlan({
    ...printedCase('A plan for the cases'),
    ...printedCase('Nodes that leave early'),
    name: 'Leaving nodes',
  })
  const accelerators = plan.accelerators.map((own) => ({
    ...own,
    retireAtYears: [],
    retireResaleShares: [],
  }))
  await dropFile(page, 'leaving.tokenplan', JSON.stringify({ ...plan, accelerators }))
  await page.getByTitle('Plan', { exact: true }).getByText('Leaving nodes').waitFor()
  await openScreen(page, 'Accelerators')
  await typeInto(page, 'node May leave earlier at', '1, 2')
  await typeInto(page, 'node Resale value then', '0.5, 0.3')
  await solvePlan(page)

  const leaving = page.getByRole('region', { name: 'Units that leave service' }).last()
  await leaving.waitFor()
  const rows = async () =>
    (await leaving.getByRole('row').allTextContents()).slice(1).map((row) => row.replace(/\s+/g, ' '))
  expect(await rows()).toEqual([
    expect.stringMatching(/^2029 Q1TokyoNVIDIA B300 SXM2027 Q12 yearsthe solve10/),
    expect.stringMatching(/^2029 Q1TokyoNVIDIA B300 SXM2028 Q11 yearthe solve10/),
  ])
  await openScreen(page, 'Build-out')
  await leaving.waitFor()
  const drawing = page.getByRole('group', {
    name: /leaves: NVIDIA B300 SXM · 10 units: served from 2027-01-01, leaves on/,
  })
  expect(await drawing.getAttribute('aria-label')).toContain(
    'served from 2028-01-01, leaves on 2029-01-01; age chosen by the solve',
  )
  await openScreen(page, 'Money')
  await page.getByText('Purchase NVIDIA B300 SXM sold at 2 years').first().waitFor({ timeout: 8000 })
  await openScreen(page, 'Import and export')
  const calendar = await savedBy(page, () =>
    page.getByRole('button', { name: 'Order-by dates, calendar' }).click(),
  )
  const text = await readFile(calendar.path, 'utf8')
  expect(text).toContain('SUMMARY:Leaves service: Tokyo\\, 2029Q1')
  expect(text.replaceAll('\r\n ', '')).toContain('NVIDIA B300 SXM (2028Q1): 10 units')
})
