import { expect, test, vi } from 'vitest'

const electron = vi.hoisted(() => ({
  contextBridge: { exposeInMainWorld: vi.fn() },
  ipcRenderer: { invoke: vi.fn(), on: vi.fn(), off: vi.fn() },
}))
vi.mock('electron', () => electron)

test('the page gets one call and one listener, never the event', async () => {
  await import('./index.ts')
  const [name, api] = electron.contextBridge.exposeInMainWorld.mock.calls[0] ?? []
  expect(name).toBe('host')
  expect(Object.keys(api)).toEqual(['call', 'on'])
  const heard = vi.fn()
  api.on(heard)
  electron.ipcRenderer.on.mock.calls[0]?.[1]({ sender: 'Electron' }, 'imported', 7)
  expect(heard).toHaveBeenCalledWith('imported', 7)
})
