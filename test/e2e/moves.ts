import type { Locator, Page } from 'playwright-core'

/** What a planner does with the page, by the names that she reads on it. */

/** Goes to a screen by its name in the navigation; the one before is in view until it stands. */
export async function openScreen(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
  await page.locator('main:not([aria-busy="true"])').waitFor()
}

/** A cell of a table, or a field: "Dallas Grid limit". */
export const cell = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true })

/** Types a value into a cell and leaves it by Enter. */
export async function typeInto(page: Page, label: string, value: string): Promise<void> {
  await cell(page, label).fill(value)
  await cell(page, label).press('Enter')
}

/** The name of an edit from its field and new value, "Dallas Grid limit → 9", whatever the value was and its unit. */
export const nameOfEdit = (edit: string): RegExp => {
  const [what = '', after] = edit.split(' → ').map((own) => own.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(after === undefined ? what : `${what}: .* → ${after}( |$)`, 'i')
}

/** The button that takes back one edit, by the name of the edit. */
export const undoOf = (page: Page, edit: string | RegExp): Locator =>
  page.getByRole('button', { name: typeof edit === 'string' ? nameOfEdit(`Undo: ${edit}`) : edit })

/** When the result in view is of the inputs in view, proven. */
export const isProven = (page: Page): Promise<void> =>
  page
    .getByText(/Proven within/)
    .first()
    .waitFor()

/** When the result in view is of other inputs than those in view. */
export const isStale = (page: Page): Promise<void> =>
  page.getByText('Changed since it was solved', { exact: true }).waitFor()

/** A new plan from a template of the library, not solved yet. */
export async function startFromTemplate(page: Page, name: RegExp): Promise<void> {
  await openScreen(page, 'Library')
  await page.getByRole('button', { name: 'New from template' }).click()
  const template = page.getByRole('menuitem', { name }).first()
  // Under the pointer first: a menu that is still finding its place would leave the press beside the item.
  await template.hover()
  await template.click()
  // The plan in view before may be unsolved too: the new one is there when the library is left.
  await page.getByRole('button', { name: 'New from template' }).waitFor({ state: 'hidden' })
  await page.getByText('Not solved yet').first().waitFor()
}

/** Solves the plan in view and waits for its plan. */
export async function solvePlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Solve', exact: true }).click()
  await page.getByText('Solved. The screens show the new plan.').waitFor({ timeout: 120_000 })
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click()
}

type Files = Parameters<Locator['setInputFiles']>[0]

/** Presses a button that asks for files, and chooses these. */
export async function chooseFiles(page: Page, button: string, files: Files): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ])
  await chooser.setFiles(files)
}

export interface SavedFile {
  readonly name: string
  readonly path: string
}

/** What the page saves upon an action: under which name, and where the bytes are. */
export async function savedBy(page: Page, action: () => Promise<void>): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), action()])
  return { name: download.suggestedFilename(), path: await download.path() }
}

/** Drops a file of this name and text anywhere on the page. */
export const dropFile = (page: Page, name: string, text: string): Promise<void> =>
  dropFiles(page, { [name]: Buffer.from(text) })

/** Drops files, by their names, at once anywhere on the page. */
export function dropFiles(page: Page, files: Readonly<Record<string, Buffer>>): Promise<void> {
  const packed = Object.entries(files).map(([name, bytes]) => [name, bytes.toString('base64')] as const)
  return page.evaluate((handed) => {
    const dataTransfer = new DataTransfer()
    for (const [name, base64] of handed) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      dataTransfer.items.add(new File([bytes], name))
    }
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
  }, packed)
}

/** Plays a paste at the cursor. */
export function pasteInto(page: Page, text: string): Promise<void> {
  return page.evaluate((block) => {
    const data = new DataTransfer()
    data.setData('text/plain', block)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
}

/** Plays a copy at the cursor. */
export function copyFrom(page: Page): Promise<string> {
  return page.evaluate(() => {
    const data = new DataTransfer()
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    )
    return data.getData('text/plain')
  })
}

/**
 * Presses every figure of the screen that can be traced, or each of so many: how many there are, and those of which
 * nothing is said.
 */
export function pressAll(
  page: Page,
  each = 1,
): Promise<{ readonly count: number; readonly silent: readonly string[] }> {
  return page.evaluate(async (step) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    const figures = document.querySelectorAll<HTMLElement>('main [title="Where this figure comes from"]')
    const silent: string[] = []
    for (const [place, figure] of figures.entries()) {
      if (place % step !== 0) continue
      figure.click()
      await frame()
      const said = document.querySelector('[aria-label="Where it comes from"] li')
      if (!said) silent.push(figure.textContent ?? '')
    }
    return { count: figures.length, silent }
  }, each)
}

/** Holds every call of one kind to the host, so that what is seen meanwhile can be looked at; what lets them go on. */
export async function holdCalls(page: Page, call: string): Promise<() => void> {
  let release = (): void => undefined
  const held = new Promise<void>((done) => {
    release = done
  })
  await page.route(`**/call/${call}`, async (route) => {
    await held
    await route.continue()
  })
  return release
}
