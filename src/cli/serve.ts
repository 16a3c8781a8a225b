import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { askForLink, leaveNote } from '../host/runningHost.ts'
import { startWebHost, type WebHost } from '../host/webHost.ts'
import { createServices } from '../main/createServices.ts'
import { findHome } from '../main/findHome.ts'
import { printPdf } from '../main/print/printPdf.ts'
import { AppFault } from '../plan/fault.ts'
import { EXIT } from './arguments/exit.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Long enough for a planner's day of meetings; every call of the page starts it anew. */
const IDLE_LIMIT_MS = 8 * 3600 * 1000

const USAGE = `tokenworks serve [--port N] [--library FILE] [--page FOLDER] [--no-open]

Serves the screens to this computer's browser alone, on 127.0.0.1, until it is stopped (Ctrl+C) or idle for 8 hours.
Where it runs already on the same plans, a fresh address of it is printed and opened instead.
  --port N        a free one unless named
  --library FILE  the plans; unless named, library.sqlite in TOKENWORKS_HOME or the platform's data folder
  --page FOLDER   the built screens; out/renderer unless named
  --no-open       print the address, open no browser`

const OPTIONS = {
  port: { type: 'string', default: '0' },
  library: { type: 'string' },
  page: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** Runs the loopback host until a signal, the end of its terminal or a long idleness stops it. */
export async function serve(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  if (values.help) {
    console.log(USAGE)
    return EXIT.done
  }
  const port = readPort(values.port)
  if (await openRunning(args)) return EXIT.done
  const pageFolder = resolve(values.page ?? join(ROOT, 'out/renderer'))
  if (!existsSync(join(pageFolder, 'index.html')))
    throw new AppFault('not-found', 'The screens are not built', [
      { path: '--page', value: pageFolder, expected: 'a folder with index.html: npm start builds it' },
    ])
  const libraryFile = libraryOf(values.library)
  const services = createServices({
    host: 'web',
    version: readVersion(),
    libraryFile,
    resourcesFolder: join(ROOT, 'resources'),
    log: (line) => console.error(line),
    now: () => new Date(),
    printPdf,
  })
  try {
    const host = await startWebHost({ dispatch: services.dispatch, pageFolder, port })
    const takeNote = leaveNote(libraryFile, { origin: host.origin, key: host.key })
    announce(host.link, !values['no-open'])
    await untilStopped(host)
    await takeNote()
    await host.close()
  } finally {
    services.close()
  }
  return EXIT.done
}

/**
 * Where a host of the same user serves these plans already, and no port of its own is asked for: opens and prints a
 * fresh link of that one, and answers true.
 */
export async function openRunning(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: false })
  if (values.help || values.port !== OPTIONS.port.default) return false
  const link = await askForLink(libraryOf(typeof values.library === 'string' ? values.library : undefined))
  if (link === undefined) return false
  console.log('Tokenworks runs already, in the terminal where it was started; this is another way in.')
  announce(link, !values['no-open'])
  return true
}

function libraryOf(named: string | undefined): string {
  return resolve(named ?? join(findHome(), 'library.sqlite'))
}

/** As the package names it. */
function readVersion(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return version
}

function readPort(text: string): number {
  const port = Number(text)
  if (text !== '' && Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new AppFault('bad-input', 'The port cannot be used', [
    { path: '--port', value: text, expected: 'a whole number from 0 (a free one) to 65535' },
  ])
}

function announce(link: string, mayOpen: boolean): void {
  console.log(`Tokenworks runs at ${link}`)
  console.log('The address works once; the same command again gives another. Ctrl+C where it runs stops it.')
  if (mayOpen && hasDisplay()) openBrowser(link)
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function openBrowser(link: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', link]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', link]
  const child = spawn(command!, args, { stdio: 'ignore', detached: true })
  child.on('error', () => console.log('No browser could be opened: open the address above yourself.'))
  child.unref()
}

/** Resolves on a signal, on the loss of the parent process, or after long idleness. */
function untilStopped(host: WebHost): Promise<void> {
  const parent = process.ppid
  return new Promise((stop) => {
    const watch = setInterval(() => {
      if (process.ppid !== parent || host.idleMs() > IDLE_LIMIT_MS) end()
    }, 2000)
    const end = (): void => {
      clearInterval(watch)
      stop()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end)
  })
}
