import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readSample } from '../../src/main/library/sample.ts'
import { readCatalog } from '../../src/main/readCatalog.ts'
import { SCREENS } from '../../src/renderer/state/screens.ts'
import { changeSettings, showScreen } from './harness.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

/** A line as benchmarks print it. */
const PRINTED = { id: 'Output token throughput' }

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
    found = ENGLISH.test(left)
    known.set(text, found)
  }
  return found
}

async function englishOn(page: Page): Promise<readonly string[]> {
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

async function unfold(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
  await page.evaluate(() => {
    for (const more of document.querySelectorAll('main details')) more.setAttribute('open', '')
  })
}

test('Chinese from here on', async () => {
  await changeSettings(e2e.page, { language: 'zh' })
  await e2e.page.reload()
  await e2e.page.locator('main h1').first().waitFor()
  expect(await e2e.page.locator('html').getAttribute('lang')).toBe('zh-Hans')
})

test.each(SCREENS)('%s: no English on a Chinese screen, in any of its tabs', async (screen) => {
  const { page } = e2e
  await showScreen(page, screen)
  const tabs = await page.locator('main').getByRole('tab').allTextContents()
  for (const tab of tabs.length === 0 ? [''] : tabs) {
    if (tab !== '') await page.locator('main').getByRole('tab', { name: tab, exact: true }).click()
    await unfold(page)
    expect(await englishOn(page), tab).toEqual([])
  }
})

/** Charts draw their words on a canvas: their tables say them. */
test.each(['overview', 'build-out', 'sites', 'flows', 'money', 'agents'] as const)(
  '%s: charts as tables',
  async (screen) => {
    const { page } = e2e
    await showScreen(page, screen)
    const toggles = page.locator('main').getByRole('button', { name: '表格', exact: true })
    // A toggle that was pressed has another name.
    while ((await toggles.count()) > 0) await toggles.first().click()
    await unfold(page)
    expect(await englishOn(page)).toEqual([])
  },
)

test('every check of the audit, line by line', async () => {
  const { page } = e2e
  await showScreen(page, 'audit')
  const checks = page.getByRole('region', { name: '检查项' }).last().getByRole('button')
  await checks.first().waitFor()
  for (const check of await checks.all()) {
    await check.click()
    expect(await englishOn(page), (await check.textContent()) ?? '').toEqual([])
  }
})

test('traces, palette, sheet of shortcuts and problems', async () => {
  const { page } = e2e
  await showScreen(page, 'overview')
  const figures = await page.locator('main [title="该数字从何而来"]').all()
  expect(figures.length).toBeGreaterThan(20)
  for (const figure of figures) {
    await figure.click()
    expect(await englishOn(page)).toEqual([])
  }
  await page.keyboard.press('Control+K')
  await page.getByRole('dialog').waitFor()
  expect(await englishOn(page)).toEqual([])
  await page.keyboard.press('Escape')
})

/** A command by its name, as from the palette. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.getByRole('dialog').getByRole('combobox').fill(name)
  await page.getByRole('option', { name }).first().click()
}

test.each(['用模板新建方案', '新建分支', '键盘快捷键'])('dialog: %s', async (name) => {
  const { page } = e2e
  await command(page, name)
  await page.getByRole('dialog').getByText(name).first().waitFor()
  await page.waitForFunction(() => document.querySelector('[role="dialog"] [aria-busy="true"]') === null)
  expect(await englishOn(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('the help of every screen, glossary and formulas', async () => {
  const { page } = e2e
  await page.keyboard.press('F1')
  await page.getByRole('complementary', { name: '帮助' }).waitFor()
  for (const screen of SCREENS) {
    await showScreen(page, screen)
    expect(await englishOn(page), screen).toEqual([])
  }
  await page.keyboard.press('Escape')
  for (const name of ['术语表', '公式']) {
    await command(page, name)
    await page.getByRole('complementary', { name: '帮助' }).waitFor()
    expect(await englishOn(page), name).toEqual([])
  }
  await page.keyboard.press('Escape')
})

test('the tour, step by step', async () => {
  const { page } = e2e
  await command(page, '示例方案导览')
  const tour = page.getByRole('dialog', { name: '导览' })
  for (let step = 1; step <= 7; step++) {
    await tour.getByText(`${step} / 7`).waitFor()
    expect(await englishOn(page), String(step)).toEqual([])
    await tour.getByRole('button', { name: step < 7 ? '下一步' : '开始使用' }).click()
  }
})

test('a plan of a template has a Chinese name; the dialog of its solve is Chinese', async () => {
  const { page } = e2e
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
  expect(await englishOn(page)).toEqual([])
  await page.getByRole('button', { name: '关闭', exact: true }).click()
})

test('what Vary finds', async () => {
  const { page } = e2e
  await showScreen(page, 'vary')
  await page.getByRole('button', { name: '运行', exact: true }).click()
  await page
    .getByRole('button', { name: '保存报告' })
    .or(page.locator('main canvas'))
    .first()
    .waitFor({ timeout: 120_000 })
  await unfold(page)
  expect(await englishOn(page)).toEqual([])
})

test('what Why finds', async () => {
  const { page } = e2e
  await showScreen(page, 'why')
  await page.getByRole('button', { name: '为限制定价' }).click()
  await page
    .getByRole('region', { name: '起约束作用的限制，价值最高的在前' })
    .first()
    .waitFor({ timeout: 120_000 })
  await unfold(page)
  expect(await englishOn(page)).toEqual([])
})
