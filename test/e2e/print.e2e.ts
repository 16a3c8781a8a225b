import { expect, test } from 'vitest'
import { changeSettings, showScreen } from './harness.ts'
import { onePage } from './onePage.ts'

const e2e = onePage()

/** The colour in which most of a chart's ground is drawn. */
const ground = (): string => {
  const canvas = document.querySelector<HTMLCanvasElement>('main canvas')!
  return [...canvas.getContext('2d')!.getImageData(2, 2, 1, 1).data].join(' ')
}

test('a screen is printed light, whole and under the name of its plan, and is then as it was', async () => {
  const { page } = e2e
  await changeSettings(page, { theme: 'dark' })
  await page.reload()
  await showScreen(page, 'agents')
  await page.locator('main canvas').first().waitFor()
  const before = await page.evaluate(ground)
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('light')
  expect(await page.evaluate(ground)).toBe('255 255 255 255')
  expect(await page.locator('.onPaper').textContent()).toMatch(/^Meridian Tokens.*Proven within/)
  for (const hidden of ['header', 'nav', 'main .mantine-Button-root'])
    expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll('main, main section')].filter(
        (own) =>
          own.clientHeight > 0 &&
          own.scrollHeight > own.clientHeight + 2 &&
          getComputedStyle(own).overflowY !== 'visible',
      ).length,
  )
  expect(cut).toBe(0)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await page.waitForFunction(() => document.documentElement.dataset.mantineColorScheme === 'dark')
  await page.waitForFunction(([now, own]) => now === own, [before, await page.evaluate(ground)])
  expect(await page.locator('.onPaper').count()).toBe(0)
})

test('surfaces of a printed chart are hatched, so that series differ without colours', async () => {
  const { page } = e2e
  await showScreen(page, 'build-out')
  const colors = (): Promise<number> =>
    page.evaluate(() => {
      const canvas = document.querySelectorAll<HTMLCanvasElement>('main canvas')[1]!
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      return new Set(new Uint32Array(data.buffer)).size
    })
  const chart = page.locator('main canvas').nth(1)
  await chart.waitFor()
  // As wide as on paper, so that the same edges are drawn.
  const before = await chart.evaluate((own) => own.clientWidth)
  await page.evaluate(() => {
    document.documentElement.dataset.printing = ''
  })
  await expect.poll(() => chart.evaluate((own) => own.clientWidth)).not.toBe(before)
  const plain = await colors()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await colors()).toBeGreaterThan(plain + 5)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
})

test('charts of a large window fit the paper, and a long table begins under its heading', async () => {
  const { page } = e2e
  await page.setViewportSize({ width: 1920, height: 1080 })
  await showScreen(page, 'money')
  await page.locator('main canvas').first().waitFor()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  // A4 across, without its margins.
  await page.setViewportSize({ width: 1032, height: 700 })
  const drawn = await page.locator('main canvas').evaluateAll((all) =>
    all.map((own) => {
      const canvas = own as HTMLCanvasElement
      return { asDrawnPx: Number.parseFloat(canvas.style.width), widthPx: canvas.clientWidth }
    }),
  )
  expect(drawn.length).toBeGreaterThan(3)
  for (const { asDrawnPx, widthPx } of drawn) expect(Math.abs(asDrawnPx - widthPx)).toBeLessThan(3)
  const lines = page.getByRole('region', { name: 'Cost lines' })
  const breaks = await lines.evaluateAll((all) => all.map((own) => getComputedStyle(own).breakInside))
  expect(new Set(breaks)).toEqual(new Set(['auto']))
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
})
