import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const MAIN = join(ROOT, 'out/main/index.js')

let app: ElectronApplication
let page: Page
const home = mkdtempSync(join(tmpdir(), 'tokenworks-desktop-'))

beforeAll(async () => {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is not there; run npm run build`)
  app = await _electron.launch({
    args: [MAIN],
    cwd: ROOT,
    env: { ...process.env, TOKENWORKS_HOME: home } as Record<string, string>,
  })
  page = await app.firstWindow()
})

afterAll(async () => {
  await app?.close()
  rmSync(home, { recursive: true, force: true })
})

test('the window opens our own page with the screens in it', async () => {
  expect(page.url()).toMatch(/^app:\/\/main\//)
  expect(await page.title()).toBe('Tokenworks')
  await page.waitForSelector('#root > *')
})

test('the page has the one call and nothing of Node', async () => {
  const reply = await page.evaluate(`window.host.call('app.info', null)`)
  expect(reply).toMatchObject({ ok: true, value: { host: 'electron' } })
  expect(await page.evaluate('[typeof require, typeof process, typeof module]')).toEqual([
    'undefined',
    'undefined',
    'undefined',
  ])
})

test('nothing of the page reaches the network', async () => {
  const outcome = await page.evaluate(`fetch('https://example.com/').then(() => 'sent', () => 'refused')`)
  expect(outcome).toBe('refused')
})
