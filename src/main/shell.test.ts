import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Electron from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { MenuOrder } from '../contract/desktop.ts'
import type { Desktop } from './desktop/createDesktop.ts'
import { startShell } from './shell.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tokenworks-shell-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** As much of Electron as the shell touches. */
function double({ isFirst = true } = {}) {
  const windows: InstanceType<typeof BrowserWindow>[] = []
  class BrowserWindow extends EventEmitter {
    focus = vi.fn()
    show = vi.fn()
    loadURL = vi.fn(async () => {})
    isMinimized = () => false
    isMaximized = () => true
    maximize = vi.fn()
    getNormalBounds = () => ({ x: 40, y: 30, width: 1000, height: 700 })
    webContents = { send: vi.fn() }
    readonly options: Electron.BrowserWindowConstructorOptions
    constructor(options: Electron.BrowserWindowConstructorOptions) {
      super()
      this.options = options
      windows.push(this)
    }
  }
  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: () => isFirst,
    quit: vi.fn(),
    exit: vi.fn(),
    enableSandbox: vi.fn(),
    addRecentDocument: vi.fn(),
    whenReady: async () => {},
  })
  const defaultSession = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    webRequest: { onBeforeRequest: vi.fn() },
  })
  const parts = {
    app,
    BrowserWindow,
    dialog: { showOpenDialog: vi.fn(async () => ({ canceled: false, filePaths: [] as string[] })) },
    ipcMain: { handle: vi.fn() },
    Menu: {
      setApplicationMenu: vi.fn(),
      buildFromTemplate: vi.fn((template: Electron.MenuItemConstructorOptions[]) => template),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    protocol: { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() },
    session: { defaultSession },
    shell: { openExternal: vi.fn(async () => {}) },
  }
  return { ...parts, windows, module: parts as unknown as typeof Electron }
}

async function started() {
  const electron = double()
  const dispatch = vi.fn(async () => ({ ok: true as const, value: 'answered' }))
  let desktop: Desktop | undefined
  const open = (_electron: unknown, own: Desktop) => {
    desktop = own
    return dispatch
  }
  startShell(electron.module, open, home)
  await vi.waitFor(() => expect(electron.windows).toHaveLength(1))
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() })
  electron.app.emit('web-contents-created', {}, contents)
  const call = (frame: unknown) =>
    electron.ipcMain.handle.mock.calls[0]?.[1]({ senderFrame: frame }, 'plans.list', null)
  return { electron, dispatch, contents, call, desktop: desktop! }
}

test('a second instance quits without a window; the first comes to the front', async () => {
  const second = double({ isFirst: false })
  startShell(second.module, vi.fn(), home)
  expect(second.app.quit).toHaveBeenCalled()
  expect(second.windows).toEqual([])
  const { electron } = await started()
  electron.app.emit('second-instance', {}, ['tokenworks'], home)
  expect(electron.windows[0]?.focus).toHaveBeenCalled()
})

test('the window is sandboxed, isolated and without Node', async () => {
  const { electron } = await started()
  expect(electron.app.enableSandbox).toHaveBeenCalled()
  expect(electron.windows[0]?.options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  })
})

test('our own top frame is answered', async () => {
  const { call } = await started()
  expect(await call({ parent: null, url: 'app://main/index.html' })).toEqual({ ok: true, value: 'answered' })
})

test.each([
  ['a frame inside', { parent: {}, url: 'app://main/' }],
  ['another site', { parent: null, url: 'https://evil.example/' }],
  ['a look-alike host', { parent: null, url: 'app://main.evil.example/' }],
  ['a look-alike user', { parent: null, url: 'app://main@evil/' }],
  ['another scheme', { parent: null, url: 'file://main/' }],
  ['a frame that is gone', null],
])('%s is refused', async (_name, frame) => {
  const { call, dispatch } = await started()
  expect(() => call(frame)).toThrow('Refused')
  expect(dispatch).not.toHaveBeenCalled()
})

test.each(['will-navigate', 'will-redirect', 'will-attach-webview'])('%s is prevented', async (name) => {
  const { contents } = await started()
  const event = { preventDefault: vi.fn() }
  contents.emit(name, event)
  expect(event.preventDefault).toHaveBeenCalled()
})

test.each([
  ['https://highs.dev/', 1],
  ['http://highs.dev/', 0],
  ['https://highs.dev.evil.example/', 0],
  ['file:///etc/passwd', 0],
  ['no address', 0],
])('%s opens %i browser pages and no window', async (url, opened) => {
  const { electron, contents } = await started()
  expect(contents.setWindowOpenHandler.mock.calls[0]?.[0]({ url })).toEqual({ action: 'deny' })
  expect(electron.shell.openExternal).toHaveBeenCalledTimes(opened)
})

test('every permission but copying is denied and every network request is cancelled', async () => {
  const { electron } = await started()
  const { setPermissionRequestHandler, setPermissionCheckHandler, webRequest } =
    electron.session.defaultSession
  const answer = vi.fn()
  setPermissionRequestHandler.mock.calls[0]?.[0]({}, 'media', answer)
  expect(answer).toHaveBeenCalledWith(false)
  setPermissionRequestHandler.mock.calls[0]?.[0]({}, 'clipboard-sanitized-write', answer)
  expect(answer).toHaveBeenLastCalledWith(true)
  const check = setPermissionCheckHandler.mock.calls[0]?.[0]
  expect([check(null, 'clipboard-read'), check(null, 'clipboard-sanitized-write')]).toEqual([false, true])
  const cancel = vi.fn()
  webRequest.onBeforeRequest.mock.calls[0]?.[1]({}, cancel)
  expect(cancel).toHaveBeenCalledWith({ cancel: true })
})

test('the page is served to GET on our own host alone', async () => {
  const { electron } = await started()
  const serve = electron.protocol.handle.mock.calls[0]?.[1]
  expect((await serve(new Request('app://main/', { method: 'POST' }))).status).toBe(403)
  expect((await serve(new Request('app://other/'))).status).toBe(403)
  expect((await serve(new Request('app://main/nothing.js'))).status).toBe(404)
})

const ORDER: MenuOrder = {
  recentLabel: 'Open recent',
  bar: [
    { id: 'file', label: 'File', items: [{ id: 'open', label: 'Open', keys: 'Mod+O' }] },
    { id: 'edit', label: 'Edit', items: [{ id: 'undo', label: 'Undo', keys: 'Mod+Z' }] },
    { id: 'help', label: 'Help', items: [{ id: 'help', label: 'Help', keys: 'F1' }] },
  ],
}

type Items = Electron.MenuItemConstructorOptions[]
const lastMenu = (electron: ReturnType<typeof double>): Items =>
  electron.Menu.setApplicationMenu.mock.lastCall?.[0].filter((own: Items[number]) => own.role !== 'appMenu')
const itemsOf = (menu: Items, at: number): Items => menu[at]?.submenu as Items

test("the menus are the screen's own commands: they show keys without taking them, and send the command back", async () => {
  const { electron, desktop } = await started()
  desktop.port.showMenu(ORDER)
  const menu = lastMenu(electron)
  expect(menu.map((own) => own.label).slice(0, 3)).toEqual(['File', 'Edit', 'Help'])
  const open = itemsOf(menu, 0)[0]!
  expect(open).toMatchObject({ label: 'Open', accelerator: 'CommandOrControl+O', registerAccelerator: false })
  open.click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent)
  expect(electron.windows[0]?.webContents.send).toHaveBeenCalledWith('event', 'command', 'open')
  expect(itemsOf(menu, 1).map((own) => own.role)).toContain('paste')
})

test('files of a second start, of the dialog and of the recent list reach the screen, each once', async () => {
  const { electron, desktop } = await started()
  desktop.port.showMenu(ORDER)
  const file = join(home, 'north.tokenplan')
  writeFileSync(file, '{}')
  electron.app.emit('second-instance', {}, ['tokenworks', '--flag', 'north.tokenplan', 'notes.docx'], home)
  const { send } = electron.windows[0]!.webContents
  expect(send).toHaveBeenLastCalledWith('event', 'files', null)
  const handed = { fileName: 'north.tokenplan', base64: Buffer.from('{}').toString('base64') }
  expect(desktop.port.takeFiles()).toEqual([handed])
  expect(desktop.port.takeFiles()).toEqual([])
  expect(electron.app.addRecentDocument).toHaveBeenCalledWith(file)
  const recent = itemsOf(lastMenu(electron), 0).find((own) => own.label === 'Open recent')
  expect(recent).toMatchObject({ enabled: true, submenu: [{ label: 'north.tokenplan' }] })
  const again = (recent!.submenu as Items)[0]
  again?.click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent)
  expect(desktop.port.takeFiles()).toEqual([handed])
  electron.dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: [file] })
  expect(await desktop.port.openFiles()).toEqual([handed])
})

test('a file that is gone is a fault that names it; a Mac hands files over by an event', async () => {
  const { electron, desktop } = await started()
  const event = { preventDefault: vi.fn() }
  electron.app.emit('open-file', event, join(home, 'gone.tokenplan'))
  expect(event.preventDefault).toHaveBeenCalled()
  expect(() => desktop.port.takeFiles()).toThrow('no longer there')
})

test('what is saved from the screen stands first among the recent files', async () => {
  const { electron, desktop } = await started()
  desktop.port.showMenu(ORDER)
  const item = Object.assign(new EventEmitter(), { getSavePath: () => join(home, 'report.pdf') })
  electron.session.defaultSession.emit('will-download', {}, item)
  item.emit('done', {}, 'cancelled')
  expect(electron.app.addRecentDocument).not.toHaveBeenCalled()
  electron.session.defaultSession.emit('will-download', {}, item)
  item.emit('done', {}, 'completed')
  expect(electron.app.addRecentDocument).toHaveBeenCalledWith(join(home, 'report.pdf'))
})

test('the window comes back where it stood; from a screen that is gone, to its first place', async () => {
  const first = await started()
  expect(first.electron.windows[0]?.options).toMatchObject({ width: 1440, height: 900 })
  first.electron.windows[0]?.emit('close')
  const second = await started()
  expect(second.electron.windows[0]?.options).toMatchObject({ x: 40, y: 30, width: 1000, height: 700 })
  expect(second.electron.windows[0]?.maximize).toHaveBeenCalled()
  writeFileSync(
    join(home, 'window.json'),
    JSON.stringify({ x: 5000, y: 0, width: 900, height: 600, isMaximized: false }),
  )
  const third = await started()
  expect(third.electron.windows[0]?.options).toMatchObject({ width: 1440, height: 900 })
  expect(third.electron.windows[0]?.options).not.toHaveProperty('x')
})
