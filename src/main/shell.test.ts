import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { expect, test, vi } from 'vitest'
import { startShell } from './shell.ts'

/** As much of Electron as the shell touches. */
function double({ isFirst = true } = {}) {
  const windows: { options: Electron.BrowserWindowConstructorOptions; focus: () => void }[] = []
  class BrowserWindow extends EventEmitter {
    focus = vi.fn()
    show = vi.fn()
    loadURL = vi.fn(async () => {})
    isMinimized = () => false
    constructor(options: Electron.BrowserWindowConstructorOptions) {
      super()
      windows.push({ options, focus: this.focus })
    }
  }
  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: () => isFirst,
    quit: vi.fn(),
    exit: vi.fn(),
    enableSandbox: vi.fn(),
    whenReady: async () => {},
  })
  const defaultSession = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    webRequest: { onBeforeRequest: vi.fn() },
  }
  const parts = {
    app,
    BrowserWindow,
    ipcMain: { handle: vi.fn() },
    protocol: { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() },
    session: { defaultSession },
    shell: { openExternal: vi.fn(async () => {}) },
  }
  return { ...parts, windows, module: parts as unknown as typeof Electron }
}

async function started() {
  const electron = double()
  const dispatch = vi.fn(async () => ({ ok: true as const, value: 'answered' }))
  startShell(electron.module, () => dispatch)
  await vi.waitFor(() => expect(electron.windows).toHaveLength(1))
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() })
  electron.app.emit('web-contents-created', {}, contents)
  const call = (frame: unknown) =>
    electron.ipcMain.handle.mock.calls[0]?.[1]({ senderFrame: frame }, 'plans.list', null)
  return { electron, dispatch, contents, call }
}

test('a second instance quits without a window; the first comes to the front', async () => {
  const second = double({ isFirst: false })
  startShell(second.module, vi.fn())
  expect(second.app.quit).toHaveBeenCalled()
  expect(second.windows).toEqual([])
  const { electron } = await started()
  electron.app.emit('second-instance')
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

test('every permission is denied and every network request is cancelled', async () => {
  const { electron } = await started()
  const { setPermissionRequestHandler, setPermissionCheckHandler, webRequest } =
    electron.session.defaultSession
  const answer = vi.fn()
  setPermissionRequestHandler.mock.calls[0]?.[0]({}, 'media', answer)
  expect(answer).toHaveBeenCalledWith(false)
  expect(setPermissionCheckHandler.mock.calls[0]?.[0]()).toBe(false)
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
