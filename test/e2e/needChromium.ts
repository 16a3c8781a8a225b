import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../../src/main/print/findChromium.ts'

const INSTALL_LIMIT_MS = 180_000
const COMMAND = 'npx playwright-core install chromium'

/** A Chromium to test with: one of this computer, Playwright's own, or else installed now. */
export function needChromium(): string {
  return findInstalled() ?? installChromium()
}

function findInstalled(): string | undefined {
  return findChromium() ?? [chromium.executablePath()].find((file) => existsSync(file))
}

function installChromium(): string {
  const options = { timeout: INSTALL_LIMIT_MS, killSignal: 'SIGKILL', stdio: 'inherit' } as const
  const playwright = join(import.meta.dirname, '../../node_modules/playwright-core/cli.js')
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], options)
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (!findInstalled() && isDebianRoot) spawnSync('apt-get', ['install', '-y', 'chromium'], options)
  const found = findInstalled()
  if (found) return found
  throw new Error(`No Chromium is on this computer and none could be installed. Type: ${COMMAND}`)
}
