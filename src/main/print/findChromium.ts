import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { AppFault } from '../../plan/fault.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/** A Chromium of this computer: named by TOKENWORKS_CHROMIUM or CHROME_PATH, on the path, or where they are installed. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env.TOKENWORKS_CHROMIUM ?? env.CHROME_PATH
  if (!named) return [...onPath(env), ...wellKnown(env), ...listCached()].find((file) => existsSync(file))
  if (existsSync(named)) return named
  throw new AppFault('not-found', 'TOKENWORKS_CHROMIUM or CHROME_PATH names no file', [
    { path: 'TOKENWORKS_CHROMIUM', value: named, expected: 'the path of a Chromium' },
  ])
}

function onPath(env: NodeJS.ProcessEnv): string[] {
  return (env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
}

function wellKnown(env: NodeJS.ProcessEnv): string[] {
  const windows = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
    (folder) => folder !== undefined,
  )
  return [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...windows.flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  ]
}

/** Chromiums that Playwright left in its cache. */
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
