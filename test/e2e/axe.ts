import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }"

/** What of the page as it stands WCAG 2.2 AA forbids, with the first element of each kind. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(AXE)
  const found = (await page.evaluate(`axe.run(${RULES})`)) as AxeResults
  return found.violations.map((own) => `${own.id}: ${own.nodes[0]?.html.slice(0, 200)}`)
}
