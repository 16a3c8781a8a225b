import { expect, test } from 'vitest'
import { callHost, showScreen } from './harness.ts'
import { openScreen, pressAll } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

const pane = () => e2e.page.getByRole('complementary', { name: 'Where it comes from' })
const item = (name: string | RegExp) => pane().getByRole('listitem').filter({ hasText: name }).first()

/** Screens with at least so many figures that say how they come about. */
const SCREENS = [
  ['overview', 25],
  ['build-out', 200],
  ['sites', 15],
  ['flows', 5],
  ['money', 60],
] as const

test.each(SCREENS)('%s: every figure that can be pressed says how it comes about', async (screen, least) => {
  await showScreen(e2e.page, screen)
  const { count, silent } = await pressAll(e2e.page)
  expect(silent).toEqual([])
  expect(count).toBeGreaterThanOrEqual(least)
})

test.each([
  ['Models', 'Placement', 100],
  ['Accelerators', 'Utilisation', 90],
])('%s, %s: every figure that can be pressed says how it comes about', async (screen, tab, least) => {
  const { page } = e2e
  await openScreen(page, screen)
  await page.getByRole('tab', { name: tab, exact: true }).click()
  await page.getByRole('region', { name: 'Utilisation by hour' }).first().waitFor()
  const { count, silent } = await pressAll(page)
  expect(silent).toEqual([])
  expect(count).toBeGreaterThanOrEqual(least)
})

/** Screens whose charts have hours of a day or points of curves; figures in their tables at least. */
const CURVES = [
  ['sites', '', 500],
  ['agents', '', 60],
  ['flows', '', 60],
  ['money', '', 100],
  ['models', 'In the plan', 60],
] as const

test.each(CURVES)('%s %s: hours and points say how they come about', async (screen, tab, least) => {
  const { page } = e2e
  await showScreen(page, screen)
  if (tab !== '') await page.getByRole('tab', { name: tab, exact: true }).click()
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
  const closed = page.locator('main').getByRole('button', { name: 'Table', exact: true })
  while ((await closed.count()) > 0) await closed.first().click()
  const { count, silent } = await pressAll(page, 7)
  expect(silent).toEqual([])
  expect(count).toBeGreaterThanOrEqual(least)
})

test('an hour of a dispatched day leads to its price and to the price of energy in the catalog', async () => {
  const { page } = e2e
  await showScreen(page, 'sites')
  const dispatch = page.getByRole('region', { name: 'Hourly dispatch' }).first()
  await dispatch.getByRole('button', { name: 'Table', exact: true }).click()
  await dispatch.getByRole('row').nth(1).getByRole('button').first().click()
  const down = (name: RegExp) => item(name).getByRole('button', { name: /›$/ }).click()
  await item(/^Load of the facility/).waitFor()
  await down(/^Price/)
  expect(await item('Carbon of the grid').textContent()).toMatch(/Catalog.*\([ABC]\)/)
  expect(await item('Carbon price').textContent()).toMatch(/Go to the field/)
})

test('days of the Gantt: to order by, of service, and how long an order may wait', async () => {
  const { page } = e2e
  await showScreen(page, 'build-out')
  const gantt = page.getByRole('region', { name: 'Order-by dates and critical path' }).first()
  await gantt.getByRole('button', { name: 'Table', exact: true }).click()
  const row = gantt.getByRole('row').filter({ hasText: 'weeks of slack' }).first()
  await row
    .getByRole('button', { name: /^\d{4}-\d\d-\d\d/ })
    .first()
    .click()
  await item('Order by').waitFor()
  await row.getByRole('button', { name: /of slack$/ }).click()
  await expect.poll(() => pane().getByRole('listitem').filter({ hasText: 'Order by · ' }).count()).toBe(2)
})

test('figures in sentences: tokens of all lines, energy of a period, the network of an accelerator', async () => {
  const { page } = e2e
  await showScreen(page, 'agents')
  const told = page.getByRole('region', { name: 'Demand', exact: true }).getByRole('status')
  await told.getByRole('button').last().click()
  await item(/^Demand line · /).waitFor()
  await showScreen(page, 'sites')
  const dispatch = page.getByRole('region', { name: 'Hourly dispatch' }).first()
  await dispatch.getByRole('button', { name: /%$/ }).first().click()
  await item(/^Energy of the period/)
    .getByRole('button', { name: /›$/ })
    .click()
  await item(/^Energy of the day/).waitFor()
  await openScreen(page, 'Accelerators')
  await page.getByRole('tab', { name: 'Servers and network', exact: true }).click()
  const bill = page.getByRole('region', { name: 'Servers, switches and optics' }).first()
  await bill.locator('p').getByRole('button').first().click()
  expect(await item(/^Ports/).textContent()).toMatch(/Catalog/)
})

test('plans compared: each figure is traced in its own plan, a part of a bridge to the inputs of its group', async () => {
  const { page } = e2e
  await showScreen(page, 'compare')
  await page.getByText('One group of inputs differs').first().waitFor()
  const { count, silent } = await pressAll(page)
  expect(silent).toEqual([])
  expect(count).toBeGreaterThan(60)
  const outputs = page.getByRole('region', { name: 'What comes out' }).first()
  const cost = outputs.getByRole('row').filter({ hasText: 'Net present cost' }).first()
  await cost.getByRole('button').last().click()
  await pane().getByText(/^Of /).waitFor()
  // A change: both values, each with its own trace in its own plan, and the way back.
  const changed = outputs.getByRole('button', { name: /^▲/ }).first()
  await changed.click()
  const [own, first] = [pane().getByRole('listitem').nth(0), pane().getByRole('listitem').nth(1)]
  const named = await first.locator('span').first().textContent()
  await own.getByRole('button', { name: /›$/ }).waitFor()
  await first.getByRole('button', { name: /›$/ }).click()
  const [, plan = ''] = named!.split(' · ')
  await pane().getByText(`Of ${plan}.`, { exact: true }).waitFor()
  await pane()
    .getByRole('button', { name: /^‹ Difference/ })
    .click()
  await pane().getByText('Difference of two figures').first().waitFor()
  const bridge = page.getByRole('region', { name: /^Cost: from/ }).first()
  await bridge.getByRole('button', { name: 'Table', exact: true }).click()
  await bridge.getByRole('row').nth(2).getByRole('button').click()
  await item(/^Changed · /).waitFor()
})

test('audit: what the cost leans on, and both values of every finding, with the figure that it is of', async () => {
  const { page } = e2e
  await showScreen(page, 'audit')
  const leanings = await pressAll(page)
  expect(leanings.silent).toEqual([])
  expect(leanings.count).toBeGreaterThan(5)
  const checks = page.getByRole('region', { name: 'Checks' }).last()
  await checks.getByRole('button', { name: 'Figures of the summary', exact: true }).click()
  const findings = page.getByRole('region', { name: 'Figures of the summary' }).last()
  await findings
    .getByRole('button', { name: /^Summary, netPresentCostMusd/ })
    .first()
    .click()
  expect(await item('As the result has it').textContent()).toMatch(/›$|›/)
  await item('The auditor’s own value').waitFor()
})

test('equipment to add leads down to the scheme of the site and to the unit of the catalog', async () => {
  const { page } = e2e
  await openScreen(page, 'Build-out')
  const row = page.getByRole('row').filter({ hasText: 'Standby generator' }).first()
  await row.getByRole('button').nth(1).click()
  const down = (name: RegExp) => item(name).getByRole('button', { name: /›$/ }).click()
  await down(/^Installed/)
  expect(await item('Redundancy').textContent()).toMatch(/N\+1.*Go to the field/)
  expect(await item('Size of one unit').textContent()).toMatch(/3,000.*Catalog.*\([ABC]\)/)
  await down(/^Load to carry/)
  await down(/^PUE at design conditions/)
  expect(await item('Design dry-bulb temperature').textContent()).toMatch(/°C.*ASHRAE.*\(A\)/)
})

test('budgets stand on the first screen where least is left, and year by year on Money', async () => {
  const { page } = e2e
  const { plan, version } = await callHost(page, 'plans.open', {
    id: (await callHost(page, 'plans.list', null))[0]!.id,
  })
  const budget = { ...plan.budget, capexMusdByYear: [600], carbonTonnesPerYear: 60_000 }
  await callHost(page, 'plans.edit', {
    ...{ id: plan.id, baseVersion: version, label: 'Budgets', plan: { ...plan, budget } },
  })
  await page.reload()
  await showScreen(page, 'overview')
  const first = page.getByRole('region', { name: 'Budgets' })
  expect(await first.getByRole('listitem').allTextContents()).toEqual([
    expect.stringMatching(/^Capital budget of the year2029 Q4 to 2030 Q3 · \$\d+(\.\d+)?\sM of \$600\sM/),
    expect.stringMatching(/^Carbon budget of all sites2031 Q4 · [\d,]+ t of 15,000 t/),
  ])
  await showScreen(page, 'money')
  const rows = page.getByRole('region', { name: 'Budgets' }).last().getByRole('row')
  expect(await rows.filter({ hasText: 'Capital budget of the year' }).first().textContent()).toMatch(
    /M\$600\sM\$\d/,
  )
  const edited = await callHost(page, 'plans.open', { id: plan.id })
  await callHost(page, 'plans.edit', { id: plan.id, baseVersion: edited.version, label: 'Back', plan })
  await page.reload()
})

test('sentences of Trust and of Money: each number says how it comes about', async () => {
  const { page } = e2e
  await showScreen(page, 'overview')
  const trust = page.getByRole('region', { name: 'Trust' })
  const press = (name: RegExp) => trust.getByRole('button', { name }).click()
  await press(/^[\d,]+ rows/)
  expect(await item('Blocks of hours').textContent()).toMatch(/Go to the field/)
  await press(/^Found in [\d.,]+ s/)
  expect(await item('Time allowed').textContent()).toMatch(/300 s.*Go to the field/)
  await item('Columns').getByRole('button', { name: /›$/ }).click()
  await pane().getByText('Counted and timed by the solve itself').waitFor()
  await showScreen(page, 'money')
  await page.getByRole('button', { name: /^discounted at/ }).click()
  await item('Discount rate').getByRole('button', { name: 'Go to the field' }).waitFor()
})

test('the limit of a link on Flows leads to its field', async () => {
  const { page } = e2e
  const [first] = await callHost(page, 'plans.list', null)
  const { plan, version } = await callHost(page, 'plans.open', { id: first!.id })
  const links = plan.regions.flatMap(({ id: regionId }) =>
    plan.sites.map(({ id: siteId }) => ({ regionId, siteId, limitMTokS: 500 })),
  )
  const limited = { ...plan, distribution: { ...plan.distribution, links } }
  await callHost(page, 'plans.edit', { id: plan.id, baseVersion: version, label: 'Links', plan: limited })
  await page.reload()
  await showScreen(page, 'flows')
  await page.getByRole('row').getByRole('button', { name: '500', exact: true }).first().click()
  const limit = item('Limit')
  expect(await limit.textContent()).toMatch(/500/)
  await limit.getByRole('button', { name: 'Go to the field' }).click()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toMatch(/limit/i)
  const edited = await callHost(page, 'plans.open', { id: plan.id })
  await callHost(page, 'plans.edit', { id: plan.id, baseVersion: edited.version, label: 'Back', plan })
  await page.reload()
})

test('money shown in another currency says its rate, its day and its source', async () => {
  const { page } = e2e
  const { plan, version } = await callHost(page, 'plans.open', {
    id: (await callHost(page, 'plans.list', null))[0]!.id,
  })
  const euros = { ...plan, currency: { ...plan.currency, shown: 'EUR' as const } }
  await callHost(page, 'plans.edit', { id: plan.id, baseVersion: version, label: 'Euros', plan: euros })
  await page.reload()
  await showScreen(page, 'overview')
  await page.locator('dl', { hasText: 'Net present cost' }).getByRole('button').click()
  expect(await item('Exchange rate').textContent()).toMatch(
    /1 US dollar = 0\.\d+ EUR.*Catalog.*20\d\d-\d\d-\d\d/,
  )
})
