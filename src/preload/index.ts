import { contextBridge, ipcRenderer } from 'electron'

/** All that the page gets of Electron: one call, one listener, and no event object. */
contextBridge.exposeInMainWorld('host', {
  call: (channel: string, body: unknown): Promise<unknown> => ipcRenderer.invoke('call', channel, body),
  on: (listener: (name: string, value: unknown) => void): (() => void) => {
    const forward = (_event: unknown, name: string, value: unknown): void => listener(name, value)
    ipcRenderer.on('event', forward)
    return () => void ipcRenderer.off('event', forward)
  },
})
