import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const INSTALL_LIMIT_MS = 180_000
const COMMAND = 'npx playwright-core install chromium'

/** A Chromium to test with: named, on this computer, in Playwright's cache, or else installed now. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const named = env.TOKENWORKS_CHROMIUM ?? env.CHROME_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`TOKENWORKS_CHROMIUM or CHROME_PATH names ${named}, where there is no file`)
  }
  return findInstalled(env) ?? installChromium(env)
}

function findInstalled(env: NodeJS.ProcessEnv): string | undefined {
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const wellKnown = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...[env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
      folder
        ? [
            join(folder, 'Google/Chrome/Application/chrome.exe'),
            join(folder, 'Microsoft/Edge/Application/msedge.exe'),
          ]
        : [],
    ),
  ]
  return [...onPath, ...wellKnown, chromium.executablePath(), ...listCached()].find((file) =>
    existsSync(file),
  )
}

/** Chromiums that another version of Playwright left in its cache. */
function listCached(): string[] {
  const caches = [
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(homedir(), 'AppData/Local/ms-playwright'),
  ].filter((folder) => existsSync(folder))
  return caches.flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => name.startsWith('chromium-'))
      .flatMap((name) =>
        [
          'chrome-linux64/chrome',
          'chrome-linux/chrome',
          'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
          'chrome-win64/chrome.exe',
          'chrome-win/chrome.exe',
        ].map((file) => join(cache, name, file)),
      ),
  )
}

function installChromium(env: NodeJS.ProcessEnv): string {
  const options = { timeout: INSTALL_LIMIT_MS, killSignal: 'SIGKILL', stdio: 'inherit' } as const
  const playwright = join(import.meta.dirname, '../../node_modules/playwright-core/cli.js')
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], options)
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (!findInstalled(env) && isDebianRoot) spawnSync('apt-get', ['install', '-y', 'chromium'], options)
  const found = findInstalled(env)
  if (found) return found
  throw new Error(`No Chromium is on this computer and none could be installed. Type: ${COMMAND}`)
}
