import type { Page } from 'playwright-core'
import { readSample } from '../../src/main/library/sample.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { catalogNames } from '../../src/report/words/zh/catalogNames.ts'
import { shippedNames } from '../../src/report/words/zh/shippedNames.ts'

/** A line as benchmarks print it. */
const PRINTED = [{ id: 'Output token throughput' }, { id: 'vllm bench serve' }, { id: 'tokenworks sweep' }]

/** Names that stand as they are in every language: what the sample, its branches and the catalog call their things. */
const NAMES = [
  ...namesIn(readSample('resources'), ['description', 'note', 'source']),
  ...namesIn([await readCatalog(), PRINTED]),
]
  // Longer names first: a short one may be a part of a long one.
  .toSorted((a, b) => b.length - a.length)

function namesIn(value: unknown, leftOut: readonly string[] = []): string[] {
  const found = new Set<string>()
  const walk = (own: unknown, key = ''): void => {
    // A single small word could stand in any sentence, if it is not the name of a thing.
    if (leftOut.includes(key)) return
    if (typeof own === 'string' && (key === 'id' || /[A-Z0-9 -]/.test(own))) found.add(own)
    if (typeof own === 'object' && own !== null)
      for (const [name, item] of Object.entries(own)) walk(item, name)
  }
  walk(value)
  return [...found].filter((own) => own.length > 2 && /[A-Za-z]{2}/.test(own))
}

/** Names of places and of the trade have a Chinese spelling, and stand in it wherever they are a name of their own. */
const TRANSLATED = new Set(
  [...Object.keys(shippedNames), ...Object.keys(catalogNames)].filter((own) => /[A-Z]/.test(own)),
)
const BETWEEN = / · |: | → |；|，| \(|\)$/

/** Places in the result and classes of tasks, as files name them. */
const CODES = /\w+\[[^\]]*\]|\b(realtime|interactive|standard|batch)-(simple|complex)(-private)?\b/g

/** Two words in a row; columns of the catalog's files and what stands behind a colon of a region are one word. */
const ENGLISH = /(?<![\w:-])[A-Za-z]{2,}[a-z]+[ ,]+(?!token)[A-Za-z]*[a-z]{2,}(?![\w-])/

/** What was found of a text before: the frame of the page is the same on every screen. */
const known = new Map<string, boolean>()

function isEnglish(text: string): boolean {
  let found = known.get(text)
  if (found === undefined) {
    let left = text.replaceAll(CODES, '·')
    if (ENGLISH.test(left)) for (const name of NAMES) left = left.replaceAll(name, '·')
    found = ENGLISH.test(left) || text.split(BETWEEN).some((part) => TRANSLATED.has(part.trim()))
    known.set(text, found)
  }
  return found
}

/** What is English on a page that should be Chinese. */
export async function englishOn(page: Page): Promise<readonly string[]> {
  return (await textsOf(page)).filter(isEnglish)
}

/** What is seen and what is read aloud: text, values of fields, names of controls and pictures, hints. */
function textsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const isSeen = (own: Element): boolean => own.checkVisibility({ visibilityProperty: true })
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement && isSeen(node.parentElement)) found.add(node.textContent ?? '')
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      for (const own of document.querySelectorAll(`[${name}]`))
        if (isSeen(own)) found.add(own.getAttribute(name) ?? '')
    for (const own of document.querySelectorAll('[aria-live], svg title')) found.add(own.textContent ?? '')
    return [...found].map((text) => text.trim()).filter((text) => text !== '')
  })
}

/** Opens what is folded, once nothing more is on its way. */
export async function unfold(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
  await page.evaluate(() => {
    for (const more of document.querySelectorAll('main details')) more.setAttribute('open', '')
  })
}

/** A command by its name, as from the palette. */
export async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.getByRole('dialog').getByRole('combobox').fill(name)
  await page.getByRole('option', { name }).first().click()
}

/** A small plan of a template, solved on a Chinese screen; the dialog that says so stays open. */
export async function solveTemplateInChinese(page: Page): Promise<void> {
  await command(page, '用模板新建方案')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^托管机房/ })
    .click()
  await page
    .getByRole('button', { name: /托管机房/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: '求解', exact: true }).click()
  await page.getByText('求解完成，各页面已显示新方案。').first().waitFor({ timeout: 120_000 })
}
