import { expect, test } from 'vitest'
import { cell, openScreen, typeInto, undoOf } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

test("a value of a site is marked where it is not the catalog's, which stays in view and is one click away", async () => {
  const { page } = e2e
  await openScreen(page, 'Facility')
  const marked = page.locator('td[data-changed]').filter({ has: cell(page, 'Dallas Capex') })
  await typeInto(page, 'Dallas Capex', '11')
  await cell(page, 'Dallas Capex').click()
  await marked.waitFor()
  const table = page.getByRole('region', { name: 'Buildings and cooling' })
  const said = await table.getByText(/Catalog: [\d.]+ M\$\/MW/).textContent()
  const ofCatalog = /[\d.]+/.exec(said ?? '')?.[0]
  await table.getByRole('button', { name: "Back to the catalog's" }).click()
  await undoOf(page, /Dallas Capex back to default/).waitFor()
  expect(await cell(page, 'Dallas Capex').inputValue()).toBe(ofCatalog)
  await marked.waitFor({ state: 'detached' })
})
