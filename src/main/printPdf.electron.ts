import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Electron from 'electron'

/** PDF of a page that needs nothing but itself, by a window that nobody sees and that runs no script. */
export async function printInElectron(
  { BrowserWindow }: Pick<typeof Electron, 'BrowserWindow'>,
  html: string,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'tokenworks-report-'))
  const window = new BrowserWindow({
    show: false,
    webPreferences: { javascript: false, nodeIntegration: false, contextIsolation: true, sandbox: true },
  })
  try {
    const page = join(folder, 'report.html')
    await writeFile(page, html)
    await window.loadFile(page)
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: false,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } finally {
    window.destroy()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
