import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { showScreen } from './harness.ts'
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

/** What is no figure of the result, or says by itself how it comes about. */
const NO_TRACE: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^Cost lines \| Share \(total\)$/, 'a hundred per cent'],
  [/^Checks \| /, 'counts of lines that stand below when the check is pressed'],
  [
    /^(Models on this accelerator|Accelerators for this model) \| /,
    'the name opens the explanation of its row',
  ],
  [
    /^Throughput against interactivity \| /,
    'predictions of one pair, which its title opens the explanation of',
  ],
  [/^(Units at work by model|Utilisation) by hour \| Hour/, 'an hour of the day'],
  [
    /^Where demand is served \| (Round trip|Egress|Link)/i,
    'prices and limits of the pair, inputs of Distribution',
  ],
  [/^Single-line diagram \| /, 'sizes and counts of equipment, traced on Build-out'],
  [/^Cooling technologies at this site \| /, 'values of the catalog, a row a technology'],
  [/^Carbon and water \| kg\/MWh$/, 'two columns beside it divided, each with its trace'],
  [/^Cooling block by block \| /, 'sums over hours of the chart beside it'],
  [/^What goes in \| /, 'inputs, which the name of the row leads to'],
]

const SCREENS: readonly (readonly [screen: string, tabs: readonly string[]])[] = [
  ['overview', ['']],
  ['build-out', ['']],
  ['sites', ['']],
  ['flows', ['']],
  ['money', ['']],
  ['audit', ['']],
  ['compare', ['']],
  ['models', ['Placement']],
  ['accelerators', ['Utilisation', 'Servers and network']],
]

test.each(SCREENS)('%s: every figure of the result says where it comes from', async (screen, tabs) => {
  const { page } = e2e
  await showScreen(page, screen)
  if (screen === 'compare') await page.getByText('Internal rate of return').first().waitFor()
  const untraced: string[] = []
  for (const tab of tabs) {
    if (tab !== '') await page.getByRole('tab', { name: tab, exact: true }).click()
    await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
    await page.evaluate(() => {
      for (const more of document.querySelectorAll('main details')) more.setAttribute('open', '')
    })
    await page.locator('main table').first().waitFor()
    const found = await listUntraced(page)
    untraced.push(...found.filter((own) => !NO_TRACE.some(([pattern]) => pattern.test(own))))
  }
  expect(untraced).toEqual([])
})
