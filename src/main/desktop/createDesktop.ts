import type * as Electron from 'electron'
import type { MenuOrder } from '../../contract/desktop.ts'
import type { DesktopPort } from '../ports.ts'
import { createFileInbox } from './fileInbox.ts'
import { OPENED_TYPES } from './fileTypes.ts'
import { firstMenu, menuTemplate } from './menuTemplate.ts'

type Module = Pick<typeof Electron, 'app' | 'dialog' | 'Menu'>

export interface Desktop {
  readonly port: DesktopPort
  /** Files that the system asks us to open. */
  readonly hand: (paths: readonly string[]) => void
  /** A file that was saved from the screen. */
  readonly remember: (path: string) => void
  readonly attach: (window: Electron.BrowserWindow) => void
}

/** What a desktop has beside the page: menu bar, system dialogs, files that it hands over, recent ones. */
export function createDesktop({ app, dialog, Menu }: Module, home: string): Desktop {
  const isMac = process.platform === 'darwin'
  let window: Electron.BrowserWindow | undefined
  let order: MenuOrder | undefined
  const send = (name: string, value: unknown): void => window?.webContents.send('event', name, value)
  const inbox = createFileInbox(home, (path) => {
    app.addRecentDocument(path)
    draw()
  })
  const hand = (paths: readonly string[]): void => {
    if (paths.length === 0) return
    inbox.hand(paths)
    send('files', null)
  }
  const draw = (): void => {
    const template = order
      ? menuTemplate(order.bar, {
          isMac,
          recentFiles: inbox.recent(),
          recentLabel: order.recentLabel,
          run: (id) => send('command', id),
          openRecent: (path) => hand([path]),
        })
      : firstMenu(isMac)
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  const openFiles = async () => {
    const options: Electron.OpenDialogOptions = {
      properties: ['openFile', 'multiSelections'],
      filters: [{ name: 'Tokenworks', extensions: [...OPENED_TYPES] }],
    }
    const { filePaths } = await (window
      ? dialog.showOpenDialog(window, options)
      : dialog.showOpenDialog(options))
    return filePaths.map(inbox.read)
  }
  const showMenu = (wanted: MenuOrder): void => {
    order = wanted
    draw()
  }
  return {
    port: { showMenu, openFiles, takeFiles: inbox.take },
    hand,
    remember: inbox.remember,
    attach: (own) => {
      window = own
      draw()
    },
  }
}
