import { expect, test } from 'vitest'
import { cell, openScreen, typeInto, undoOf } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

test("a value of a site is marked where it is not the catalog's, which stays in view and is one click away", async () => {
  const { page } = e2e
  await openScreen(page, 'Facility')
  const marked = () =>
    cell(page, 'Dallas Capex').evaluate((own) => own.closest('td')?.hasAttribute('data-changed'))
  await typeInto(page, 'Dallas Capex', '11')
  await cell(page, 'Dallas Capex').click()
  expect(await marked()).toBe(true)
  const table = page.getByRole('region', { name: 'Buildings and cooling' })
  const said = await table.getByText(/Catalog: [\d.]+ M\$\/MW/).textContent()
  const ofCatalog = /[\d.]+/.exec(said ?? '')?.[0]
  await table.getByRole('button', { name: "Back to the catalog's" }).click()
  await undoOf(page, /Dallas Capex back to default/).waitFor()
  expect(await cell(page, 'Dallas Capex').inputValue()).toBe(ofCatalog)
  expect(await marked()).toBe(false)
})
