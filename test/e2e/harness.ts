import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Channel, In, Out } from '../../src/contract/contract.ts'
import type { Settings } from '../../src/contract/settings.ts'
import { createLibrary } from '../../src/main/library/createLibrary.ts'
import { needChromium } from './needChromium.ts'

const ROOT = join(import.meta.dirname, '../..')

export interface E2e {
  readonly browser: Browser
  /** A page that has traded the ticket. */
  readonly page: Page
  readonly origin: string
  /** The start link, its ticket used by `page`. */
  readonly link: string
  /** What the page wrote to its console as an error, and what it threw. */
  readonly errors: readonly string[]
  /** Another tab of the same session, as a browser's "duplicate tab" makes it. */
  readonly openTab: () => Promise<Page>
  readonly stop: () => Promise<void>
}

export interface E2eOptions {
  readonly pageFolder?: string
  /** A first start, with the tour of the sample. */
  readonly hasTour?: boolean
  /** What is done to the page before it opens the start link. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

/** Starts the host with a new library on a free port, and a browser on its start link. */
export async function startE2e(options: E2eOptions = {}): Promise<E2e> {
  const home = await mkdtemp(join(tmpdir(), 'tokenworks-e2e-'))
  if (!options.hasTour) skipTour(home)
  const page = options.pageFolder ? ['--page', options.pageFolder] : []
  const command = join(ROOT, 'test/e2e/serveForTest.ts')
  const child = spawn(process.execPath, [command, '--no-open', ...page], {
    env: { ...process.env, TOKENWORKS_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const clean = async (): Promise<void> => {
    await stopHost(child)
    await rm(home, { recursive: true, force: true })
  }
  try {
    const link = await readLink(child)
    const opened = await openBrowser(link, options.prepare)
    const stop = async (): Promise<void> => {
      await opened.browser.close()
      await clean()
    }
    return { ...opened, link, origin: new URL(link).origin, stop }
  } catch (error) {
    await clean()
    throw error
  }
}

function skipTour(home: string): void {
  const resourcesFolder = join(ROOT, 'resources')
  const now = (): Date => new Date()
  const library = createLibrary({ libraryFile: join(home, 'library.sqlite'), resourcesFolder, now })
  library.calls['settings.write']({ isTourSeen: true })
  library.close()
}

async function openBrowser(link: string, prepare: E2eOptions['prepare']) {
  const isRoot = process.getuid?.() === 0
  const browser = await chromium.launch({
    executablePath: needChromium(),
    // Chromium's sandbox does not start as root. The mapping plays a DNS that points a stranger's name at us.
    args: [...(isRoot ? ['--no-sandbox'] : []), '--host-resolver-rules=MAP evil.example 127.0.0.1'],
  })
  const errors: string[] = []
  const context = await browser.newContext()
  const newPage = async (): Promise<Page> => {
    const page = await context.newPage()
    // Generous: a slow machine is no fault of the product.
    page.setDefaultTimeout(120_000)
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    return page
  }
  const page = await newPage()
  await prepare?.(page)
  await page.goto(link)
  const openTab = async (): Promise<Page> => {
    const kept = await page.evaluate(() => ({ ...sessionStorage }))
    const tab = await newPage()
    await tab.addInitScript((own) => {
      for (const [key, value] of Object.entries(own)) sessionStorage.setItem(key, String(value))
    }, kept)
    await tab.goto(page.url())
    return tab
  }
  return { browser, page, errors, openTab }
}

function readLink(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = ''
    child.stdout?.on('data', (chunk) => {
      text += chunk
      const link = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(text)?.[0]
      if (link) found(link)
    })
    child.once('error', failed)
    child.once('exit', (code) => failed(new Error(`The host ended with ${code} before it gave its address`)))
  })
}

function stopHost(child: ChildProcess): Promise<void> {
  return new Promise((stopped) => {
    if (child.exitCode !== null || child.signalCode !== null) return stopped()
    child.once('exit', () => stopped())
    child.kill('SIGTERM')
  })
}

/** Calls the host as the page itself does, with the page's own secret. */
export async function callHost<C extends Channel>(page: Page, channel: C, input: In<C>): Promise<Out<C>> {
  await page.locator('main').waitFor()
  const reply = await page.evaluate(
    async ([name, body]) => {
      const secret = sessionStorage.getItem('tokenworks-session') ?? ''
      const headers = { 'content-type': 'application/json', 'x-session': secret }
      const answer = await fetch(`/call/${name}`, { method: 'POST', headers, body: JSON.stringify(body) })
      return answer.json()
    },
    [channel, input] as const,
  )
  if (!reply.ok) throw new Error(`${channel}: ${JSON.stringify(reply)}`)
  return reply.value
}

/** Puts settings into the library as the page itself does; they hold from its next load. */
export async function changeSettings(page: Page, change: Partial<Settings>): Promise<void> {
  await callHost(page, 'settings.write', change)
}

/** Goes to a screen and waits until it stands: its heading, its charts drawn, nothing more to be computed. */
export async function showScreen(page: Page, screen: string): Promise<void> {
  await page.evaluate((name) => {
    location.hash = `#/${name}`
  }, screen)
  await page.locator(`main[data-screen="${screen}"] h1`).first().waitFor()
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"]') === null)
  // Two frames: what effects draw is on the canvas.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null)))),
  )
}
