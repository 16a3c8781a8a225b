import { expect, test } from 'vitest'
import { callHost, showScreen } from './harness.ts'
import { isProven, isStale, openScreen, typeInto, undoOf } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

const outputs = () => e2e.page.getByRole('region', { name: 'What comes out' }).first()
const choose = () => e2e.page.getByRole('combobox', { name: /^Plans to compare/ })

test('two to six plans stand side by side, each but the first with its change; a seventh is not taken', async () => {
  const { page } = e2e
  await showScreen(page, 'compare')
  await page.getByLabel('Choose none', { exact: true }).click()
  await page.getByText('Choose two to six plans.').waitFor()
  const plans = (await callHost(page, 'plans.list', null)).slice(0, 7).map(({ name }) => name)
  for (const [at, name] of plans.slice(0, 6).entries()) {
    await choose().fill(name)
    await page.getByRole('option', { name, exact: true }).click()
    if (at === 0) continue
    await outputs()
      .getByRole('columnheader', { name: `${at + 1} ${name}` })
      .waitFor()
    const cost = outputs().getByRole('row').filter({ hasText: 'Net present cost' }).first()
    expect((await cost.textContent())?.match(/[▲▼]|=/g)).toHaveLength(at)
    expect(await page.getByRole('region', { name: /^Cost: from / }).count()).toBeGreaterThanOrEqual(at)
  }
  await choose().fill(plans[6]!)
  await page.keyboard.press('Enter')
  expect(await outputs().getByRole('columnheader').count()).toBe(3 + 6)
  // The timeline is drawn beside its words, a picture for each plan that builds there.
  const dallas = page
    .getByRole('region', { name: 'Timeline by site' })
    .last()
    .getByRole('row', { name: /^Dallas/ })
  expect(await dallas.locator('svg').count()).toBe(await dallas.getByText(/MW IT at the end/).count())
  expect(await dallas.locator('svg').count()).toBeGreaterThan(0)
  // Periods of the inputs are written as everywhere else, and costs per token say per what.
  expect(await page.getByRole('region', { name: 'What goes in' }).first().textContent()).not.toMatch(
    /\d{4}Q\d/,
  )
  await outputs().getByText('Levelised cost, per million tokens').waitFor()
  // No figure is said with more digits than it has.
  const bridges = await page.getByRole('region', { name: /^Cost: from / }).allTextContents()
  const said = [await outputs().textContent(), ...bridges].join(' ')
  expect(said).not.toMatch(/0\.0000|\(0(\.0+)? %\)/)
})

test('a revision is picked beside the plan as it stands: what was changed since is named', async () => {
  const { page } = e2e
  await openScreen(page, 'Library')
  await page.getByLabel('Name of the revision').fill('For the board')
  await page.getByRole('button', { name: 'Keep as revision' }).click()
  await page.getByRole('cell', { name: 'For the board', exact: true }).waitFor()
  await openScreen(page, 'Power')
  await typeInto(page, 'Dallas Grid limit', '9')
  await isStale(page)
  await openScreen(page, 'Compare')
  await page.getByLabel('Choose none', { exact: true }).click()
  for (const name of ['Meridian Tokens @ For the board', 'Meridian Tokens']) {
    await choose().fill(name)
    await page.getByRole('option', { name, exact: true }).click()
  }
  await outputs().getByRole('columnheader', { name: '1 Meridian Tokens @ For the board' }).waitFor()
  await page.getByText('1 value differs').waitFor()
  // The plan as it stands has no result: that of the plan before the edit is not shown for it.
  await outputs().getByText('changed since solved').first().waitFor()
  await undoOf(page, /^Undo: Grid and energy: Dallas/).click()
  await isProven(page)
  await page.getByText('no difference').waitFor()
  await openScreen(page, 'Overview')
})

test('a bridge ends where the other plan stands, in cost and in levelised cost', async () => {
  const { page } = e2e
  await showScreen(page, 'compare')
  await page.getByText('One group of inputs differs').first().waitFor()
  for (const name of [/^Cost: from /, 'The same of the levelised cost']) {
    const chart = page.getByRole('region', { name }).first()
    await chart.getByRole('button', { name: 'Table', exact: true }).click()
    const rows = await chart.getByRole('row').allTextContents()
    const values = rows
      .slice(1)
      .map((row) => Number(/[−\d.,]+$/.exec(row)![0].replace('−', '-').replaceAll(',', '')))
    const [from, ...rest] = values
    const to = rest.pop()!
    expect(rest.length).toBeGreaterThan(0)
    const sum = rest.reduce((total, value) => total + value, from!)
    // As they are shown, to four figures.
    expect(Math.abs(sum / to - 1)).toBeLessThan(1e-3)
  }
})

test('tax and loans of a plan are compared after them, and traced', async () => {
  const { page } = e2e
  const [first] = await callHost(page, 'plans.list', null)
  const { plan, version } = await callHost(page, 'plans.open', { id: first!.id })
  const { finance } = plan
  const taxed = {
    ...finance,
    tax: { ...finance.tax, rateShare: 0.25 },
    debt: { ...finance.debt, capitalShare: 0.5 },
  }
  await callHost(page, 'plans.edit', {
    id: plan.id,
    baseVersion: version,
    label: 'Tax',
    plan: { ...plan, finance: taxed },
  })
  await page.reload()
  await showScreen(page, 'compare')
  const row = outputs().getByRole('row').filter({ hasText: 'Net present value after tax' })
  await row.getByRole('button').first().click()
  await page
    .getByRole('complementary', { name: 'Where it comes from' })
    .getByText(/^Tax of year/)
    .first()
    .waitFor()
  await outputs().getByText('Rate of return, owners’ money').waitFor()
})

test('where fewer than two plans are chosen, another is put beside or made in one press', async () => {
  const { page } = e2e
  await showScreen(page, 'compare')
  await page.getByLabel('Choose none', { exact: true }).click()
  await page.getByText('Put beside Meridian Tokens:').waitFor()
  await page.locator('main').getByRole('button', { name: 'Leases only', exact: true }).click()
  await outputs().getByRole('columnheader', { name: '1 Meridian Tokens' }).waitFor()
  await outputs().getByRole('columnheader', { name: '2 Leases only' }).waitFor()
  await page.getByLabel('Choose none', { exact: true }).click()
  await page.getByRole('button', { name: 'New branch of Meridian Tokens …' }).click()
  await page.getByRole('dialog', { name: 'New branch' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Duplicate Meridian Tokens' }).click()
  await page.locator('main[data-screen="overview"] h1').first().waitFor()
  await openScreen(page, 'Compare')
  await outputs().getByRole('columnheader', { name: '1 Meridian Tokens' }).waitFor()
  await outputs().getByRole('columnheader', { name: '2 Meridian Tokens (copy)' }).waitFor()
})

test('compared inputs read as their own cells show them: percent, names of the catalog, units and currency', async () => {
  const { page } = e2e
  const [first, second] = await callHost(page, 'plans.list', null)
  const { plan, version } = await callHost(page, 'plans.open', { id: second!.id })
  const { catalogRegionId } = plan.sites[0]!
  const other = plan.sites.find((site) => site.catalogRegionId !== catalogRegionId)!
  const changed = structuredClone(plan)
  changed.finance.discountRatePerYear = 0.0825
  changed.sites[0]!.catalogRegionId = other.catalogRegionId
  changed.budget.capexMusd = 30_000
  changed.routing.barredClasses = ['realtime-complex']
  const edit = { id: plan.id, baseVersion: version, label: 'Compared', plan: changed }
  await callHost(page, 'plans.edit', edit)
  const inputs = () => page.getByRole('region', { name: 'What goes in' }).first()
  await page.reload()
  await showScreen(page, 'compare')
  await page.getByLabel('Choose none', { exact: true }).click()
  for (const { name } of [first!, second!]) {
    await choose().fill(name)
    await page.getByRole('option', { name, exact: true }).click()
  }
  const row = (name: RegExp) => inputs().getByRole('row', { name })
  await row(/^discount rate \(a year\) · finance .*8\.25 %/).waitFor()
  const place = await row(/^catalog region/).textContent()
  expect(place).not.toContain(catalogRegionId)
  expect(place).not.toContain(other.catalogRegionId)
  await row(/^capital budget \(M\$\) · budget .*30,000/).waitFor()
  await row(/^barred classes · routing .*realtime-complex/).waitFor()
})
