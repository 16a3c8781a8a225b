import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openRunning, serve } from '../src/cli/serve.ts'
import { AppFault, describeFault } from '../src/plan/fault.ts'

const ROOT = join(import.meta.dirname, '..')
const ELECTRON = join(ROOT, 'node_modules/electron')
const FETCH_LIMIT_S = 20

/** `npm start`: builds, then opens the desktop window, or says why not and serves the same screens to the browser. */
async function start(args: readonly string[]): Promise<number> {
  const rest = args.filter((arg) => arg !== '--web')
  // Before the screens that a running host serves are built anew under it.
  if (rest.length < args.length && (await openRunning(rest))) return 0
  const { status } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: ROOT, stdio: 'inherit' },
  )
  if (status !== 0) return status ?? 1
  if (rest.length < args.length) return serve(rest)
  const found = findElectron()
  if ('file' in found) {
    const code = await runElectron(found.file)
    if (code === 0) return 0
    console.log(`No desktop window: Electron ended with ${code}. The browser shows the same screens.`)
  } else {
    console.log(`No desktop window: ${found.why}. The browser shows the same screens.`)
  }
  return serve(rest)
}

/** Electron's runtime, fetched if it is missing; npm does not fetch it on install. */
function findElectron(): { readonly file: string } | { readonly why: string } {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return { why: 'this computer has no display' }
  if (process.getuid?.() === 0) return { why: "Electron's sandbox does not run as root" }
  const pathFile = join(ELECTRON, 'path.txt')
  if (!existsSync(pathFile)) {
    console.log(`Fetching Electron's runtime (at most ${FETCH_LIMIT_S} s).`)
    spawnSync(process.execPath, [join(ELECTRON, 'install.js')], {
      stdio: 'ignore',
      timeout: FETCH_LIMIT_S * 1000,
      killSignal: 'SIGKILL',
    })
  }
  const file = existsSync(pathFile) ? join(ELECTRON, 'dist', readFileSync(pathFile, 'utf8')) : ''
  return existsSync(file)
    ? { file }
    : { why: `Electron's runtime could not be fetched in ${FETCH_LIMIT_S} s` }
}

function runElectron(file: string): Promise<number | string> {
  return new Promise((done) => {
    const child = spawn(file, [join(ROOT, 'out/main/index.js')], { cwd: ROOT, stdio: 'inherit' })
    child.on('error', (error) => done(error.message))
    child.on('exit', (code, signal) => done(code ?? signal ?? 'no code'))
  })
}

try {
  process.exitCode = await start(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof AppFault)) throw error
  console.error([error.message, ...error.faults.map(describeFault)].join('\n  '))
  process.exitCode = 2
}
