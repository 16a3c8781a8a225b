import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Electron from 'electron'

/** PDF of a page that needs nothing but itself, by a window that nobody sees and that runs no script; stopped by the signal. */
export async function printInElectron(
  { BrowserWindow }: Pick<typeof Electron, 'BrowserWindow'>,
  html: string,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'tokenworks-report-'))
  const window = new BrowserWindow({
    show: false,
    webPreferences: { javascript: false, nodeIntegration: false, contextIsolation: true, sandbox: true },
  })
  try {
    const page = join(folder, 'report.html')
    await writeFile(page, html)
    return await Promise.race([print(window, page), whenStopped(signal)])
  } finally {
    window.destroy()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function print(window: Electron.BrowserWindow, page: string): Promise<Uint8Array> {
  await window.loadFile(page)
  return window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
}

/** Fails once the signal says so; without one it never settles. */
function whenStopped(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, stopped) => {
    if (signal?.aborted) stopped(signal.reason)
    signal?.addEventListener('abort', () => stopped(signal.reason), { once: true })
  })
}
