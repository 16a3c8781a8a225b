import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { cell, chooseFiles, dropFiles, openScreen, savedBy, undoOf } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

const WEATHER = join(import.meta.dirname, '../fixtures/weather/newYork-tmy3-first-10-columns.epw.gz')
const RUN = {
  ...{ model_id: 'openai/gpt-oss-20b', max_concurrency: 64, completed: 640 },
  ...{ total_input_tokens: 5_120_000, total_output_tokens: 640_000, output_throughput: 3000 },
}

test('a file that was mended after a first look is read again when it is chosen again', async () => {
  const { page } = e2e
  const file = { name: 'sites.csv', mimeType: '', buffer: Buffer.from('Site,Grid limit (MW)\nAshburn,4.5\n') }
  await openScreen(page, 'Import and export')
  await chooseFiles(page, 'choose one', file)
  await page.getByText('1 change, ').waitFor()
  await page.getByRole('button', { name: 'Leave it', exact: true }).click()
  const input = page.getByRole('region', { name: 'Drop a file here, or' }).locator('input[type=file]')
  // A browser tells of a choice only where it differs from what the field still holds.
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'choose one' }).click(),
  ])
  expect(await input.inputValue()).toBe('')
  await chooser.setFiles(file)
  await page.getByText('1 change, ').waitFor()
  await page.getByRole('button', { name: 'Leave it', exact: true }).click()
})

test('the language is switched with the cursor in a cell: what is typed stays, and what is wrong is said anew', async () => {
  const { page } = e2e
  await openScreen(page, 'Power')
  await cell(page, 'Ashburn Grid limit').fill('much')
  await page.keyboard.press('Tab')
  await page.getByRole('alert').filter({ hasText: 'a number of MW' }).waitFor()
  await cell(page, 'Dallas Grid limit').fill('7.7')
  await page.keyboard.press('Alt+Shift+l')
  const inChinese = cell(page, '达拉斯 电网上限')
  await inChinese.waitFor()
  expect(await inChinese.inputValue()).toBe('7.7')
  expect(await inChinese.evaluate((own) => own === document.activeElement)).toBe(true)
  expect(await page.locator('main [role=alert]').allTextContents()).not.toContainEqual(
    expect.stringMatching(/[a-z]{3}/),
  )
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'English' }).click()
  await cell(page, 'Ashburn Grid limit').focus()
  await page.keyboard.press('Escape')
  await page.getByRole('alert').waitFor({ state: 'detached' })
})

test('recent plans are called in the language of the screen', async () => {
  const { page } = e2e
  await page.keyboard.press('Alt+Shift+l')
  await page.getByRole('button', { name: '菜单' }).click()
  await page.getByRole('menuitem', { name: '文件' }).hover()
  await page.getByText('最近的方案').waitFor()
  const items = await page.getByRole('menu').last().getByRole('menuitem').allTextContents()
  expect(items.join()).not.toMatch(/Leases only|Campus first|No routing|Power \+50|Token price|slips|EU-only/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'English' }).click()
})

test('a term is explained under the pointer; Escape sends that away, and coming back brings it', async () => {
  const { page } = e2e
  await openScreen(page, 'Overview')
  const term = page.locator('dfn').filter({ hasText: 'Net present cost' }).first()
  const said = page.getByRole('tooltip').filter({ hasText: 'Net present value' })
  await term.hover()
  await said.waitFor()
  await page.keyboard.press('Escape')
  await said.waitFor({ state: 'detached' })
  await page.mouse.move(0, 0)
  await term.hover()
  await said.waitFor()
  await page.mouse.move(0, 0)
})

test('who asks for less motion sees nothing move: menus, dialogs and panes stand at once', async () => {
  const { page } = e2e
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const moving = () => page.evaluate(() => document.getAnimations().length)
  await page.getByRole('button', { name: 'Menu' }).click()
  expect(await moving()).toBe(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  expect(await moving()).toBe(0)
  await page.keyboard.press('Escape')
  await page.emulateMedia({ reducedMotion: null })
})

test('files of every kind dropped together are seen one after another, none is lost', async () => {
  const { page } = e2e
  await openScreen(page, 'Import and export')
  const book = await savedBy(page, () => page.getByRole('button', { name: 'Workbook of all inputs' }).click())
  await openScreen(page, 'Overview')
  const plan = await readFile(join(import.meta.dirname, '../../resources/samples/meridian.plan.json'))
  await dropFiles(page, {
    'prices.csv': Buffer.from('Site,Grid limit (MW)\nAshburn,4.25\n'),
    'second.tokenplan': plan,
    'newYork.epw': gunzipSync(await readFile(WEATHER)),
    'run.json': Buffer.from(JSON.stringify(RUN)),
    'inputs.xlsx': await readFile(book.path),
  })
  const place = page.getByRole('region', { name: 'Drop a file here, or' })
  const into = page.getByRole('combobox', { name: 'Goes into' })
  const next = () => page.getByRole('button', { name: 'Leave it', exact: true }).click()
  await place.getByText('prices.csv', { exact: true }).waitFor()
  await place.getByText('Then: newYork.epw, run.json, inputs.xlsx').waitFor()
  await page.getByRole('button', { name: 'Take it over' }).click()
  await place.getByText('newYork.epw', { exact: true }).waitFor()
  await expect.poll(() => into.inputValue()).toMatch(/weather/i)
  await next()
  await place.getByText('run.json', { exact: true }).waitFor()
  await expect.poll(() => into.inputValue()).toMatch(/bench/i)
  await next()
  await place.getByText('inputs.xlsx', { exact: true }).waitFor()
  expect(await place.getByText(/^Then:/).count()).toBe(0)
  await next()
  await undoOf(page, 'Import of prices.csv').click()
})
