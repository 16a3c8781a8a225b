import { join } from 'node:path'
import type * as Electron from 'electron'
import { createServices } from './createServices.ts'
import { createDesktop, type Desktop } from './desktop/createDesktop.ts'
import { filesOfArguments } from './desktop/fileInbox.ts'
import { keepWindowState, readWindowState } from './desktop/windowState.ts'
import type { Dispatch } from './dispatch.ts'
import { findHome } from './findHome.ts'
import { readPageFile } from './pageFiles.ts'
import { printInElectron } from './print/printPdf.electron.ts'

type Module = Pick<
  typeof Electron,
  'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'Menu' | 'protocol' | 'screen' | 'session' | 'shell'
>

/** The one thing that the page may ask for: to copy a table of its own. Reading the clipboard stays the planner's. */
const ALLOWED = 'clipboard-sanitized-write'
const PAGE = 'app://main/'
/** The only addresses that ever leave for the planner's browser. */
const HELP_LINKS: readonly string[] = ['https://highs.dev/']

/** Starts the desktop window; Electron comes in as a parameter, so a test can hand in a double. */
export function startShell(
  electron: Module,
  open: (electron: Module, desktop: Desktop) => Dispatch = openServices,
  home = findHome(),
): void {
  const { app, protocol } = electron
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  app.on('window-all-closed', () => app.quit())
  app.on('web-contents-created', (_event, contents) => lockDown(contents, electron))
  const desktop = createDesktop(electron, home)
  desktop.hand(filesOfArguments(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd()))
  // A Mac opens files by an event, which may come before the window is there.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    desktop.hand([path])
  })
  let window: Electron.BrowserWindow | undefined
  app.on('second-instance', (_event, args, folder) => {
    desktop.hand(filesOfArguments(args.slice(1), folder))
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app
    .whenReady()
    .then(() => {
      serveCalls(electron, open(electron, desktop))
      denyPermissions(electron)
      rememberDownloads(electron, desktop)
      window = openWindow(electron, home)
      desktop.attach(window)
    })
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      app.exit(1)
    })
}

function openServices({ app, BrowserWindow }: Module, desktop: Desktop): Dispatch {
  const services = createServices({
    host: 'electron',
    version: app.getVersion(),
    libraryFile: join(findHome(), 'library.sqlite'),
    resourcesFolder: app.isPackaged
      ? join(process.resourcesPath, 'resources')
      : join(import.meta.dirname, '../../resources'),
    log: (line) => console.error(line),
    now: () => new Date(),
    desktop: desktop.port,
    printPdf: (html, signal) => printInElectron({ BrowserWindow }, html, signal),
  })
  app.on('will-quit', services.close)
  return services.dispatch
}

function serveCalls({ ipcMain, protocol }: Module, dispatch: Dispatch): void {
  const pageFolder = join(import.meta.dirname, '../renderer')
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url)
    if (request.method !== 'GET' || host !== 'main') return new Response('Refused', { status: 403 })
    const { status, headers, body } = await readPageFile(pageFolder, pathname)
    return new Response(new Uint8Array(body), { status, headers })
  })
  ipcMain.handle('call', (event, channel: unknown, body: unknown) => {
    if (!isOwnPage(event.senderFrame)) throw new Error('Refused')
    return dispatch(String(channel), body)
  })
}

/** The top frame of our own page; parsed, since a prefix of the address can be imitated. */
function isOwnPage(frame: Electron.WebFrameMain | null): boolean {
  if (frame === null || frame.parent !== null) return false
  const url = URL.parse(frame.url)
  return url?.protocol === 'app:' && url.host === 'main'
}

function denyPermissions({ session }: Module): void {
  const own = session.defaultSession
  own.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === ALLOWED))
  own.setPermissionCheckHandler((_contents, permission) => permission === ALLOWED)
  // Offline by rule: nothing of the page may leave this computer.
  own.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] },
    (_request, answer) => answer({ cancel: true }),
  )
}

/** What the screen saves goes through the system's dialog, and then stands among the recent files. */
function rememberDownloads({ session }: Module, desktop: Desktop): void {
  session.defaultSession.on('will-download', (_event, item) => {
    item.once('done', (_done, state) => {
      if (state === 'completed') desktop.remember(item.getSavePath())
    })
  })
}

function lockDown(contents: Electron.WebContents, { shell }: Module): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const href = URL.parse(url)?.href
    if (href !== undefined && HELP_LINKS.includes(href)) void shell.openExternal(href)
    return { action: 'deny' }
  })
}

function openWindow({ BrowserWindow, screen }: Module, home: string): Electron.BrowserWindow {
  const { isMaximized, ...bounds } = readWindowState(home, screen)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 480,
    minHeight: 360,
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      nodeIntegration: false,
      contextIsolation: true,
      sandbox: true,
    },
  })
  if (isMaximized) window.maximize()
  keepWindowState(home, window)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(PAGE)
  return window
}
