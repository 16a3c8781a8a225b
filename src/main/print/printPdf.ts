import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AppFault } from '../../plan/fault.ts'
import { findChromium } from './findChromium.ts'

const LIMIT_MS = 120_000

/**
 * PDF of a page that needs nothing but itself, by a Chromium without a window and with a profile of its own, which ends
 * once the signal says so.
 */
export async function printPdf(html: string, signal?: AbortSignal): Promise<Uint8Array> {
  const chromium = findChromium()
  if (chromium === undefined) {
    throw new AppFault('not-found', 'A PDF is printed by Chromium, and none is on this computer', [
      {
        path: 'TOKENWORKS_CHROMIUM',
        value: undefined,
        expected: 'the path of a Chromium or Chrome; or take --format html and print it from a browser',
      },
    ])
  }
  const folder = await mkdtemp(join(tmpdir(), 'tokenworks-report-'))
  try {
    const page = join(folder, 'report.html')
    const pdf = join(folder, 'report.pdf')
    await writeFile(page, html)
    const args = [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--no-pdf-header-footer',
      '--generate-pdf-document-outline',
      // A resolver that knows no host: nothing can leave even if the page asked for it.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${pdf}`,
      // Chromium's sandbox does not start as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      pathToFileURL(page).href,
    ]
    const said = await run(chromium, args, signal)
    return await readFile(pdf).catch(() => {
      throw notPrinted(chromium, said)
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Such as on a computer that has too much to do: Chromium then ends without a file, and without a word. */
function notPrinted(chromium: string, said: string): AppFault {
  return new AppFault('not-found', `Chromium did not print the report${said && `: ${said}`}`, [
    {
      path: 'TOKENWORKS_CHROMIUM',
      value: chromium,
      expected: 'a computer with less to do: try again, or save HTML and print it from a browser',
    },
  ])
}

/** What it said when it was not well; rejects where it was stopped. */
function run(command: string, args: readonly string[], signal: AbortSignal | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: LIMIT_MS,
      ...(signal ? { signal } : {}),
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-2000)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      resolve(code === 0 ? '' : `${code ?? 'stopped'} ${said}`.trim())
    })
  })
}
