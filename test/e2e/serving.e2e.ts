import { expect, test } from 'vitest'
import { violations } from './axe.ts'
import { cell, isStale, openScreen, undoOf } from './moves.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

const open = async (layer: string, tab: string) => {
  await openScreen(e2e.page, layer)
  await e2e.page.getByRole('tab', { name: tab }).click()
}
/** A table stands in a panel of the same name. */
const table = (name: string) => e2e.page.getByRole('region', { name }).last()

test('accelerators are compared for a model, and a click says where a number comes from', async () => {
  const { page } = e2e
  await open('Accelerators', 'Comparison')
  const rows = table('Accelerators for this model').locator('tbody tr')
  await rows.first().waitFor()
  expect(await rows.count()).toBeGreaterThan(60)
  await table('Accelerators for this model').getByRole('button', { name: 'NVIDIA B300 SXM' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByText('Weights read from memory')
    .or(dialog.getByText('Experts read from memory'))
    .first()
    .waitFor()
  expect(await dialog.textContent()).toContain('No measured run of the plan is of this pair')
  expect(await dialog.textContent()).toContain('Accelerator: Memory bandwidth, TB/s')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('a solved plan shows its models by site, how busy its accelerators are, and what has to be bought', async () => {
  await open('Models', 'Placement')
  const matrix = table('Units by model and site')
  await matrix.getByRole('row').nth(1).waitFor()
  expect(await matrix.getByRole('columnheader').count()).toBe(9)
  const heat = table('Utilisation by hour')
  expect(await heat.getByRole('columnheader').count()).toBe(26)
  await open('Accelerators', 'Servers and network')
  await table('Servers, switches and optics').getByText('Switch of 64 ports at 800 Gb/s').first().waitFor()
})

test('a model is given accelerators of its own for prompts, in its row, and that is undone as one edit', async () => {
  const { page } = e2e
  await openScreen(page, 'Models')
  await cell(page, 'large Prefill').selectOption('disaggregated')
  await isStale(page)
  await undoOf(page, /large/).first().click()
  await page.getByText('Changed since it was solved', { exact: true }).waitFor({ state: 'detached' })
  expect(await cell(page, 'large Prefill').inputValue()).toBe('chunked')
})

test('a model is given weights of four bits, and its speeds say that none was measured so', async () => {
  const { page } = e2e
  await openScreen(page, 'Models')
  await cell(page, 'large Precision').selectOption('int4')
  await isStale(page)
  await open('Accelerators', 'Comparison')
  await page.getByRole('combobox', { name: 'Model', exact: true }).click()
  await page.getByRole('option', { name: 'DeepSeek-V4-Flash', exact: true }).click()
  await table('Accelerators for this model').getByRole('button', { name: 'NVIDIA B300 SXM' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('No measured run had weights of this precision', { exact: false }).waitFor()
  expect(await dialog.textContent()).toContain('int4; in chunks')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await undoOf(page, /large/).first().click()
  await page.getByText('Changed since it was solved', { exact: true }).waitFor({ state: 'detached' })
})

test('prompts on accelerators of their own: the curve and the comparison show either way, or both', async () => {
  const { page } = e2e
  const ask = async (way: string) => {
    await page.getByRole('combobox', { name: 'Prefill', exact: true }).click()
    await page.getByRole('option', { name: way, exact: true }).click()
  }
  const kinds = async (name: string) => {
    const rows = table(name).locator('tbody tr')
    await rows.first().waitFor()
    const said = (await rows.allTextContents()).map((row) => /in chunks|disaggregated/.exec(row)?.[0])
    return [...new Set(said)].toSorted()
  }
  await open('Accelerators', 'Comparison')
  const name = 'Accelerators for this model'
  expect(await kinds(name)).toEqual(['in chunks'])
  await ask('both, side by side')
  expect(await kinds(name)).toEqual(['disaggregated', 'in chunks'])
  await page.getByRole('tab', { name: 'Speed' }).click()
  expect(await kinds('Throughput against interactivity')).toEqual(['disaggregated', 'in chunks'])
  await ask('disaggregated')
  expect(await kinds('Throughput against interactivity')).toEqual(['disaggregated'])
  await table('Throughput against interactivity').getByRole('button', { name: 'show' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Derived from either kind alone', { exact: false }).waitFor()
  expect(await dialog.textContent()).not.toContain('Arithmetic of prompts')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await ask('as in the plan')
})

const run = {
  model_id: 'openai/gpt-oss-20b',
  max_concurrency: 64,
  completed: 640,
  total_input_tokens: 5_120_000,
  total_output_tokens: 640_000,
  output_throughput: 3000,
}

test('a benchmark file is imported into the plan, row by row, and is undone as one edit', async () => {
  const { page } = e2e
  await open('Models', 'Own measurements')
  await page
    .getByRole('combobox', { name: 'Where the files do not say: Accelerator' })
    .fill('nvidia-b300-sxm')
  await page.getByRole('option', { name: 'nvidia-b300-sxm', exact: true }).click()
  await page.getByLabel('Accelerators', { exact: true }).fill('1')
  const files = [
    { name: 'good.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(run)) },
    {
      name: 'bad.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...run, output_throughput: 0 })),
    },
  ]
  await page.locator('input[type=file]').setInputFiles(files)
  const outcome = table('Import benchmark files').getByRole('status')
  await outcome.getByText('1 run kept; 1 row left out').waitFor()
  expect(await outcome.textContent()).toContain('bad.json, output_throughput')
  await table('Measured runs of this plan').getByText('good.json').waitFor()
  await isStale(page)
  await undoOf(page, 'Import measured runs from good.json, bad.json').click()
  await page.getByText('None yet.').waitFor()
})

const printed = `============ Serving Benchmark Result ============
Successful requests:                     640
Total input tokens:                      5120000
Total generated tokens:                  640000
Output token throughput (tok/s):         3000.00
Mean TPOT (ms):                          19.50
==================================================`

test('what a benchmark printed is pasted: what it does not say is asked for, then it is kept', async () => {
  const { page } = e2e
  await open('Models', 'Own measurements')
  const region = table('Import benchmark files')
  await region.getByRole('combobox', { name: 'Accelerator' }).fill('nvidia-b300-sxm')
  await page.getByRole('option', { name: 'nvidia-b300-sxm', exact: true }).click()
  await region.getByLabel('Accelerators', { exact: true }).fill('1')
  const pasted = region.getByLabel('Or paste what the benchmark printed')
  await pasted.fill(printed)
  await region.getByRole('button', { name: 'Read the text' }).click()
  const outcome = region.getByRole('status')
  await outcome.getByText('0 runs kept; 1 row left out').waitFor()
  expect(await outcome.textContent()).toContain('pasted text 1, model')
  expect(await pasted.inputValue()).toBe(printed)
  await region.getByRole('combobox', { name: 'Model' }).fill('gpt-oss-20b')
  await page.getByRole('option', { name: 'gpt-oss-20b', exact: true }).click()
  await region.getByRole('button', { name: 'Read the text' }).click()
  await outcome.getByText('1 run kept').waitFor()
  expect(await pasted.inputValue()).toBe('')
  await table('Measured runs of this plan').getByText('pasted text 1').waitFor()
  await undoOf(page, 'Import measured runs from pasted text 1').click()
  await page.getByText('None yet.').waitFor()
})

test('an accelerator of a data sheet is added in a minute: what is missing is estimated, what is wrong is said', async () => {
  const { page } = e2e
  await open('Accelerators', 'Own rows')
  await page.getByRole('button', { name: 'Add an accelerator' }).click()
  const dialog = page.getByRole('dialog')
  const type = (label: string, text: string) => dialog.getByLabel(label).fill(text)
  await type('Name', 'Lab X1')
  expect(await dialog.getByLabel('Id (small letters)').inputValue()).toBe('lab-x1')
  await type('Vendor', 'NVIDIA')
  await type('Source of the figures', 'data sheet of June')
  await type('Memory, GB', '192')
  await type('Memory bandwidth, TB/s', '6000')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await dialog
    .getByRole('alert')
    .getByText(/memBwTbS: 6000; expected/)
    .waitFor()
  await type('Memory bandwidth, TB/s', '6')
  await dialog.getByRole('button', { name: 'Add' }).click()
  await table('Accelerators of this plan').getByText('Lab X1').waitFor()
  expect(await table('Accelerators of this plan').textContent()).toContain('BF16, dense')
  await page.getByRole('tab', { name: 'Comparison' }).click()
  await table('Accelerators for this model').getByRole('button', { name: 'Lab X1' }).waitFor()
  await undoOf(page, 'Add Lab X1').click()
  await table('Accelerators for this model')
    .getByRole('button', { name: 'Lab X1' })
    .waitFor({ state: 'detached' })
})

test('a model of few figures is added in a minute, its speed is seen with grade and band, and the plan takes it', async () => {
  const { page } = e2e
  await open('Models', 'Own rows')
  await page.getByRole('button', { name: 'Add a model' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Name').fill('House 30B')
  await sheet.getByLabel('Parameters, billion', { exact: false }).first().fill('30')
  await sheet.getByLabel('Source of the figures').fill('model card')
  await sheet.getByRole('button', { name: 'Add' }).click()
  const own = table('Models of this plan').getByRole('row', { name: /House 30B/ })
  await own.waitFor()
  expect(await own.textContent()).toMatch(/30 billion parameters.*C.*Layers.*model card/)
  await own.getByRole('button', { name: 'House 30B' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/ was not measured/).waitFor()
  expect(await dialog.textContent()).toContain('C, estimate')
  await dialog.getByRole('button', { name: 'Add House 30B to the plan' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('tab', { name: 'In the plan' }).click()
  await page
    .getByLabel(/^house-30b /)
    .first()
    .waitFor()
  expect(await page.getByRole('combobox', { name: 'Model', exact: true }).inputValue()).toBe('House 30B')
  await isStale(page)
  await undoOf(page, 'Add house-30b').click()
  await undoOf(page, 'Add House 30B').click()
  await open('Models', 'Own rows')
  await own.waitFor({ state: 'detached' })
})

test.each(['light', 'dark'] as const)(
  '%s: no part of either layer has what WCAG 2.2 AA forbids',
  async (colorScheme) => {
    const { page } = e2e
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const found: string[] = []
    for (const layer of ['Models', 'Accelerators']) {
      await openScreen(page, layer)
      // The tabs of this layer, not of the one before it.
      await page.getByRole('heading', { name: new RegExp(`^${layer}`), level: 1 }).waitFor()
      await page.getByRole('tab').first().waitFor()
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click()
        const name = await tab.textContent()
        found.push(...(await violations(page)).map((own) => `${layer}, ${name}: ${own}`))
      }
    }
    expect(found).toEqual([])
  },
)
