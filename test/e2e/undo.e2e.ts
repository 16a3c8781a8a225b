import { expect, test } from 'vitest'
import { callHost, showScreen } from './harness.ts'
import { copyFrom, pasteInto, startFromTemplate } from './moves.ts'
import { onePage } from './onePage.ts'

const EDITS = 100
const SEED = 20261128
/** Screens of tables and forms, and how many of the edits each has. */
const SCREENS = ['power', 'facility', 'distribution', 'agents', 'plan'] as const

const e2e = onePage()

/** Marsaglia's xorshift: the same edits at every run. */
function draws(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** Kinds of edits, as often as they stand here; where a screen has no place for one, a value is typed. */
const KINDS = ['type', 'type', 'type', 'type', 'add', 'remove', 'duplicate', 'paste', 'fill'] as const
type Draw = ReturnType<typeof draws>

test('100 random edits of many kinds are undone and redone to the byte, over a reload too', async () => {
  const { page } = e2e
  await startFromTemplate(page, /^Regional rooms/)
  const { id } = (await callHost(page, 'plans.list', null)).find((card) => card.name.startsWith('Regional'))!
  const bytes = async (): Promise<string> => (await callHost(page, 'plans.export', { id })).text
  const version = async (): Promise<number> => (await callHost(page, 'plans.open', { id })).version
  const draw = draws(SEED)
  const states = [await bytes()]
  const made = new Set<string>()

  for (const [at, screen] of SCREENS.entries()) {
    await showScreen(page, screen)
    const cells = page.locator('main input[data-path], main select[data-path]')
    const until = Math.round((EDITS * (at + 1)) / SCREENS.length)
    while (states.length <= until) {
      const kind = KINDS[draw(KINDS.length)]!
      const isMade = kind !== 'type' && (await editTable(kind, draw))
      if (!isMade) await retype(cells.nth(draw(await cells.count())), draw)
      const after = await bytes()
      if (isMade && after !== states.at(-1)) made.add(kind)
      // What does not fit is refused, what is the same is no edit: neither may leave a trace.
      if (after === states.at(-1)) await page.keyboard.press('Escape')
      else states.push(after)
    }
  }
  expect(states).toHaveLength(EDITS + 1)
  expect([...made].sort()).toEqual(['add', 'duplicate', 'fill', 'paste', 'remove'])
  expect(await version()).toBeGreaterThanOrEqual(EDITS)

  const press = (name: 'Undo' | 'Redo') =>
    page.getByRole('button', { name: new RegExp(`^${name}: `) }).click()
  const settled = async (expected: string): Promise<void> => {
    await expect.poll(bytes, { timeout: 60_000 }).toBe(expected)
  }
  for (let step = EDITS - 1; step >= 0; step--) {
    await press('Undo')
    // Half way the page is loaded anew: what can be undone is kept in the library.
    if (step % 10 === 0) await settled(states[step]!)
    if (step === EDITS / 2) await page.reload()
  }
  expect(await page.getByRole('button', { name: 'Undo', exact: true }).isDisabled()).toBe(true)
  for (let step = 1; step <= EDITS; step++) {
    await press('Redo')
    if (step % 10 === 0) await settled(states[step]!)
    if (step === EDITS / 2) await page.reload()
  }
  expect(await page.getByRole('button', { name: 'Redo', exact: true }).isDisabled()).toBe(true)
  for (let step = 0; step < EDITS; step++) await page.keyboard.press('Control+z')
  await settled(states[0]!)
})

/** An edit of a whole table; false where the screen has no place for it. */
async function editTable(kind: (typeof KINDS)[number], draw: Draw): Promise<boolean> {
  const { page } = e2e
  const oneOf = async (found: ReturnType<typeof page.locator>) => {
    const count = await found.count()
    return count > 0 ? found.nth(draw(count)) : undefined
  }
  if (kind === 'add') {
    const add = await oneOf(page.getByRole('main').getByRole('button', { name: 'Add row' }))
    await add?.click()
    return (await saved()) && add !== undefined
  }
  if (kind === 'remove' || kind === 'duplicate') {
    const menu = await oneOf(page.getByRole('main').getByRole('button', { name: /^Actions: / }))
    if (!menu) return false
    await menu.click()
    const name = kind === 'remove' ? 'Remove' : 'Duplicate'
    const item = page.getByRole('menuitem', { name, exact: true })
    await item.click()
    // A menu that is still fading out would be found beside the next one.
    await item.waitFor({ state: 'detached' })
    return await saved()
  }
  // A block of a table's numbers, put over its neighbours or filled down.
  const from = await oneOf(page.locator('main input[data-row="0"][data-column]'))
  if (!from) return false
  await from.click()
  for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(`Shift+${key}`)
  if (kind === 'fill') {
    await page.keyboard.press('Control+d')
    return await saved()
  }
  const block = await copyFrom(page)
  await page.keyboard.press('Escape')
  await from.click()
  await page.keyboard.press('ArrowDown')
  await pasteInto(page, block)
  return await saved()
}

async function saved(): Promise<boolean> {
  const { page } = e2e
  await page.locator('body header').getByText('Saving').waitFor({ state: 'detached' })
  return true
}

/** Types another value of the same kind into a cell and waits until it is saved or refused. */
async function retype(cell: ReturnType<typeof e2e.page.locator>, draw: Draw) {
  if ((await cell.evaluate((own) => own.tagName)) === 'SELECT') {
    const count = await cell.locator('option').count()
    await cell.selectOption({ index: draw(count) })
  } else {
    const before = (await cell.inputValue()).replaceAll(',', '')
    const isNumber = before !== '' && Number.isFinite(Number(before))
    const value = isNumber
      ? String(Math.round(Number(before) * (1 + draw(50)) + draw(9)))
      : `${before}${draw(9)}`
    await cell.fill(value)
    await cell.press('Enter')
  }
  await saved()
}
