import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { SCREENS, type Screen } from '../../src/renderer/state/view/screens.ts'
import { callHost, showScreen } from './harness.ts'
import { pressAll } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

/** Columns and cards of figures on the page that cannot be pressed, each once: "table | head". */
function listUntraced(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    for (const place of document.querySelectorAll<HTMLElement>('main td, main dd')) {
      const detail = place.querySelector('small')?.textContent ?? ''
      const text = (place.textContent ?? '').replace(detail, '').trim()
      const isSeen = place.offsetParent !== null
      const isFigure = place.tagName === 'DD' || ['right', 'end'].includes(getComputedStyle(place).textAlign)
      // Where there is nothing, there is nothing to say of it.
      const isNothing = /^[−-]?[^\d]*0(\.0+)?( %|[^\d.]*)?$/.test(text)
      if (!isSeen || !isFigure || !/\d/.test(text) || isNothing) continue
      if (place.querySelector('button, input, select')) continue
      const label = place.closest('[aria-label]')?.getAttribute('aria-label') ?? ''
      const head =
        place instanceof HTMLTableCellElement
          ? place.closest('table')?.tHead?.rows[0]?.cells[place.cellIndex]?.textContent
          : place.previousElementSibling?.textContent
      found.add(`${label} | ${head ?? ''}${place.closest('tfoot') ? ' (total)' : ''}`)
    }
    return [...found]
  })
}

/** What is no figure of plan or result, or says by itself how it comes about. */
const NO_TRACE: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^Cost lines \| Share \(total\)$/, 'a hundred per cent'],
  [/^Checks \| /, 'counts of lines that stand below when the check is pressed'],
  [/ by hour \| Hour/, 'an hour of the day'],
  [/^Where demand is served \| Link/i, 'a limit that Distribution says, an input'],
  [/^(Electricity|Money|Tokens) from .* \| Served at$/, 'names of lines and offers, with figures in them'],
  [/^Levelised cost of the own sites against utilisation \| Utilisation, %$/, 'places along the axis'],
  [
    /^Order-by dates and critical path \| (Order by|Serves from|Slack)$/,
    'days: what is ordered is traced beside them, leads of equipment in the table below',
  ],
  [/^What goes in \| /, 'inputs, which the name of the row leads to'],
]
/** Documents and files in preview: what is on them stands on the screens, traced. */
const PREVIEWS = ['report', 'exchange']

/** Screens that have read or computed what they show when this is there. */
const READY: Partial<Record<Screen, string>> = {
  compare: 'Internal rate of return',
  'build-out': 'Equipment and order-by dates',
  sites: 'Cooling block by block',
}

async function openTabs(page: Page): Promise<readonly string[]> {
  const tabs = await page.locator('main').getByRole('tab').allTextContents()
  return tabs.length === 0 ? [''] : tabs
}

test.each(SCREENS.filter((own) => !PREVIEWS.includes(own)))(
  '%s: every figure says where it comes from',
  async (screen) => {
    const { page } = e2e
    await showScreen(page, screen)
    const ready = READY[screen]
    if (ready) await page.getByText(ready).first().waitFor()
    const untraced: string[] = []
    for (const tab of await openTabs(page)) {
      if (tab !== '') await page.getByRole('tab', { name: tab, exact: true }).click()
      await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
      await page.evaluate(() => {
        for (const more of document.querySelectorAll('main details')) more.setAttribute('open', '')
      })
      // Charts are tables of figures as well.
      const closed = page.locator('main').getByRole('button', { name: 'Table', exact: true })
      while ((await closed.count()) > 0) await closed.first().click()
      const found = await listUntraced(page)
      untraced.push(...found.filter((own) => !NO_TRACE.some(([pattern]) => pattern.test(own))))
    }
    expect(untraced).toEqual([])
  },
)

/** Screens and tabs with figures that follow from the inputs; at least so many of them. */
const OF_INPUTS = [
  ['agents', '', 3],
  ['scheduling', '', 15],
  ['distribution', '', 10],
  ['models', 'Comparison', 50],
  ['accelerators', 'Speed', 20],
  ['accelerators', 'Comparison', 50],
] as const

test('figures of the inputs are traced though the plan is not solved as it stands', async () => {
  const { page } = e2e
  const [first] = await callHost(page, 'plans.list', null)
  const { plan, version } = await callHost(page, 'plans.open', { id: first!.id })
  const edited = structuredClone(plan)
  edited.sites[0]!.power.gridLimitMw += 1
  await callHost(page, 'plans.edit', { id: plan.id, baseVersion: version, label: 'Wider', plan: edited })
  await page.reload()
  for (const [screen, tab, least] of OF_INPUTS) {
    await showScreen(page, screen)
    if (tab !== '') await page.getByRole('tab', { name: tab, exact: true }).click()
    const { count, silent } = await pressAll(page)
    expect(silent, `${screen} ${tab}`).toEqual([])
    expect(count, `${screen} ${tab}`).toBeGreaterThanOrEqual(least)
  }
})
