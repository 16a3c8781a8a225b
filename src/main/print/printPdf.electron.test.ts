import { existsSync, readFileSync } from 'node:fs'
import type * as Electron from 'electron'
import { expect, test, vi } from 'vitest'
import { printInElectron } from './printPdf.electron.ts'

/** As much of a window as the printing touches; it keeps what the page was while it stood on disk. */
function double({ loadFails = false, printFails = false } = {}) {
  const seen: {
    options?: Electron.BrowserWindowConstructorOptions
    page: string
    html: string
    order: string[]
  } = {
    page: '',
    html: '',
    order: [],
  }
  const printToPDF = vi.fn(async (_options: Electron.PrintToPDFOptions) => {
    seen.order.push('print')
    if (printFails) throw new Error('no printer')
    return Buffer.from('%PDF-1.4')
  })
  class BrowserWindow {
    webContents = { printToPDF }
    constructor(options: Electron.BrowserWindowConstructorOptions) {
      seen.options = options
    }
    async loadFile(page: string): Promise<void> {
      seen.order.push('load')
      seen.page = page
      seen.html = readFileSync(page, 'utf8')
      if (loadFails) throw new Error('ERR_FILE_NOT_FOUND')
    }
    destroy(): void {
      seen.order.push('destroy')
    }
  }
  const module = { BrowserWindow } as unknown as Pick<typeof Electron, 'BrowserWindow'>
  return { seen, printToPDF, module }
}

test('the page is printed by a window that nobody sees, that runs no script and that is gone afterwards', async () => {
  const { seen, printToPDF, module } = double()
  const pdf = await printInElectron(module, '<p>报告</p>')
  expect(Buffer.from(pdf).toString()).toBe('%PDF-1.4')
  expect(seen.html).toBe('<p>报告</p>')
  expect(seen.options).toEqual({
    show: false,
    webPreferences: { javascript: false, nodeIntegration: false, contextIsolation: true, sandbox: true },
  })
  // The same as Chromium is asked for: the page's own size, backgrounds, tags and an outline, no head of its own.
  expect(printToPDF).toHaveBeenCalledExactlyOnceWith({
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
  expect(seen.order).toEqual(['load', 'print', 'destroy'])
  expect(existsSync(seen.page)).toBe(false)
})

test.each([
  ['the page cannot be loaded', { loadFails: true }, 'ERR_FILE_NOT_FOUND', ['load', 'destroy']],
  ['the printing fails', { printFails: true }, 'no printer', ['load', 'print', 'destroy']],
] as const)('where %s nothing is left behind', async (_what, failure, message, order) => {
  const { seen, module } = double(failure)
  await expect(printInElectron(module, '<p></p>')).rejects.toThrow(message)
  expect(seen.order).toEqual(order)
  expect(existsSync(seen.page)).toBe(false)
})

test('two reports at once have a page each', async () => {
  const [a, b] = [double(), double()]
  await Promise.all([printInElectron(a.module, 'a'), printInElectron(b.module, 'b')])
  expect([a.seen.html, b.seen.html]).toEqual(['a', 'b'])
  expect(a.seen.page).not.toBe(b.seen.page)
})
