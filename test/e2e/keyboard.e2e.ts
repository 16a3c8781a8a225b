import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readPlanText } from '../../src/plan/readPlan.ts'
import { savedBy } from './moves.ts'
import { onePage } from './onePage.ts'

const MOST_STOPS = 400

const e2e = onePage({ hasTour: true })

interface Stop {
  readonly name: string
  readonly isOnScreen: boolean
  readonly hasRing: boolean
}

/** What has the focus: its name, whether it is seen and whether a ring or another mark shows it. */
function focused(): Promise<Stop> {
  return e2e.page.evaluate(() => {
    const focus = document.activeElement ?? document.body
    // A choice among few is drawn by its label; the field itself has no size.
    const isChoice = focus instanceof HTMLInputElement && focus.type === 'radio'
    const own = (isChoice ? focus.labels?.[0] : undefined) ?? focus
    const { left, top, right, bottom, width, height } = own.getBoundingClientRect()
    const named =
      own.getAttribute('aria-label') ??
      (own instanceof HTMLInputElement ? own.labels?.[0]?.textContent : undefined) ??
      own.textContent
    const isMarked = (element: Element): boolean => {
      const style = getComputedStyle(element)
      const isRinged = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0
      return isRinged || style.boxShadow !== 'none'
    }
    // A part of the library may mark the box around its field, or that field by the colour of its border.
    const around = own.parentElement ?? own
    const isField = own.matches('input, textarea') && own.closest('[class*="Input-wrapper"]') !== null
    return {
      name: own === document.body ? '' : (named ?? '').trim(),
      isOnScreen:
        width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
      hasRing: isMarked(own) || isMarked(around) || isField,
    }
  })
}

const faults: string[] = []

/** Presses Tab (or Shift+Tab) until what has the focus bears this name; every stop on the way must be seen. */
async function tabTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const { page } = e2e
  const seen: string[] = []
  for (let count = 0; count < MOST_STOPS; count++) {
    await page.keyboard.press(key)
    const stop = await focused()
    if (stop.name !== '' && !stop.isOnScreen) faults.push(`${stop.name} has the focus off the screen`)
    if (stop.name !== '' && !stop.hasRing) faults.push(`${stop.name} shows no focus`)
    seen.push(stop.name)
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return
  }
  throw new Error(`No way by ${key} to ${name}; passed ${[...new Set(seen)].join(' | ')}`)
}

async function choose(name: string | RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
  await tabTo(name, key)
  await e2e.page.keyboard.press('Enter')
}

test('from the first start to a changed, solved, compared and exported plan by keys alone', async () => {
  const { page } = e2e
  const { keyboard } = page
  const tour = page.getByRole('dialog', { name: 'Tour' })
  await tour.waitFor()
  await keyboard.press('Escape')
  await tour.waitFor({ state: 'detached' })

  await choose('Library')
  await choose('New from template')
  await page
    .getByRole('menuitem', { name: /^Regional rooms/ })
    .first()
    .waitFor()
  for (let down = 0; down < 10 && !(await focused()).name.startsWith('Regional rooms'); down++)
    await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await page.getByText('Not solved yet').first().waitFor()

  await choose(/^1?Power$/)
  await tabTo(/Grid limit$/)
  await keyboard.type('9')
  await keyboard.press('Enter')
  const undo = page.getByRole('button', { name: /^Undo: .*Grid limit: [\d.]+ → 9 MW$/ })
  await undo.waitFor()
  // The cursor stands in the next cell, where nothing is typed: the keys take the edit back and make it again.
  await keyboard.press('Control+z')
  await undo.waitFor({ state: 'detached' })
  await keyboard.press('Control+Shift+z')
  await undo.waitFor()

  await choose('Solve', 'Shift+Tab')
  await page.getByText('Solved. The screens show the new plan.').waitFor({ timeout: 120_000 })
  await keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  await choose('Compare')
  await tabTo(/^Plans to compare/)
  await keyboard.type('Meridian Tokens')
  await page.getByRole('option', { name: 'Meridian Tokens', exact: true }).waitFor()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await page.getByRole('region', { name: 'What comes out' }).first().waitFor()
  await keyboard.press('Escape')

  await choose('Import and export')
  await tabTo('Plan, JSON')
  const file = await savedBy(page, () => keyboard.press('Enter'))
  const plan = readPlanText(await readFile(file.path, 'utf8'))
  expect(plan.sites[0]?.power.gridLimitMw).toBe(9)
  expect([...new Set(faults)]).toEqual([])
})

test('the first stop of every screen skips the navigation', async () => {
  const { page } = e2e
  await page.reload()
  await page.locator('main h1').first().waitFor()
  await page.keyboard.press('Tab')
  expect((await focused()).name).toBe('Skip to the screen')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
})

test('every command of the palette can be seen before it is run; a name that none has is said to be none', async () => {
  const { page } = e2e
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Commands' })
  await field.waitFor()
  await page.keyboard.press('ArrowUp')
  const last = page.getByRole('dialog').getByRole('option').last()
  await expect.poll(() => last.getAttribute('aria-selected')).toBe('true')
  const list = page.getByRole('listbox', { name: 'Commands' })
  const [option, room] = [await last.boundingBox(), await list.boundingBox()]
  expect(option!.y + option!.height).toBeLessThanOrEqual(room!.y + room!.height + 1)
  await field.fill('no such thing')
  await page.getByText('No command or plan, and nothing in this plan, is called so.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('what the plan holds is found by name, in the other language and by other spellings, and gone to', async () => {
  const { page } = e2e
  const field = page.getByRole('combobox', { name: 'Commands' })
  for (const [typed, path] of [
    ['达拉斯', 'sites[0].name'],
    ['accelerator b300', 'accelerators[0].catalogAcceleratorId'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await field.fill(typed)
    await page
      .getByRole('option', { name: /^Go to (site|accelerator) / })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-path'))).toBe(path)
  }
})
