import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { printPdf } from '../../src/main/print/printPdf.ts'
import { toHtml } from '../../src/report/write/html.ts'
import { pagesOfPlaces } from '../../src/report/write/pdf/pdfPages.ts'
import { sampleReport } from '../report/sampleReport.ts'
import { needChromium } from './needChromium.ts'

const report = sampleReport()

test('the report prints as PDF, and each section has its page', async () => {
  process.env.TOKENWORKS_CHROMIUM ??= needChromium()
  const pdf = await printPdf(toHtml(report))
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  const pages = pagesOfPlaces(pdf)
  const numbers = report.sections.map(({ id }) => pages.get(id) ?? 0)
  expect(numbers[0]).toBe(2)
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
})

test('the summary for the board stands on one page, whatever the paper and the language', async () => {
  process.env.TOKENWORKS_CHROMIUM ??= needChromium()
  for (const language of ['en', 'zh'] as const) {
    const few = sampleReport((plan) => plan, { language, sections: ['summary', 'demand'] })
    const pages = pagesOfPlaces(await printPdf(toHtml(few, { paper: 'Letter', pages: new Map() })))
    expect([pages.get('summary'), pages.get('demand')]).toEqual([2, 3])
  }
})

test('the HTML opens without a request, an error or a script', async () => {
  const isRoot = process.getuid?.() === 0
  const browser = await chromium.launch({
    executablePath: needChromium(),
    args: isRoot ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => asked.push(message.text()))
    await page.setContent(toHtml(report), { waitUntil: 'networkidle' })
    expect(asked).toEqual([])
    expect(await page.locator('svg').count()).toBeGreaterThan(5)
  } finally {
    await browser.close()
  }
})
