import { basename } from 'node:path'
import type * as Electron from 'electron'
import type { MenuBar } from '../../contract/desktop.ts'

type Item = Electron.MenuItemConstructorOptions

interface MenuActions {
  readonly isMac: boolean
  /** Full paths, the newest first. */
  readonly recentFiles: readonly string[]
  readonly recentLabel: string
  readonly run: (commandId: string) => void
  readonly openRecent: (path: string) => void
}

/** Text fields cut, copy and paste by the system's own commands. */
const TEXT: readonly Item[] = [
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'selectAll' },
]
const WINDOW: readonly Item[] = [
  { type: 'separator' },
  { role: 'resetZoom' },
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { role: 'togglefullscreen' },
]

/** The native menu bar, made of the screen's own list of commands. */
export function menuTemplate(bar: MenuBar, actions: MenuActions): Item[] {
  const menus = bar.map(({ id, label, items }): Item => {
    const own = items.map((item) => toItem(item, actions))
    const submenu = [...own, ...rolesOf(id, actions)]
    return id === 'help' ? { label, submenu, role: 'help' } : { label, submenu }
  })
  return actions.isMac ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus
}

/** Before the screen has said what it can do: what every window has. */
export function firstMenu(isMac: boolean): Item[] {
  return [...(isMac ? [{ role: 'appMenu' } as const] : []), { role: 'editMenu' }, { role: 'viewMenu' }]
}

function toItem({ id, label, keys }: MenuBar[number]['items'][number], { run }: MenuActions): Item {
  // The page sees keys first and runs the command; the menu only shows them, or both would.
  const shown = keys === '' ? {} : { accelerator: toAccelerator(keys), registerAccelerator: false }
  return { label, ...shown, click: () => run(id) }
}

function toAccelerator(keys: string): string {
  return keys.replace('Mod', 'CommandOrControl')
}

function rolesOf(id: MenuBar[number]['id'], actions: MenuActions): readonly Item[] {
  const { isMac, recentFiles, recentLabel, openRecent } = actions
  if (id === 'edit') return TEXT
  if (id === 'view') return WINDOW
  if (id !== 'file') return []
  const recent = recentFiles.map((path): Item => ({ label: basename(path), click: () => openRecent(path) }))
  return [
    { type: 'separator' },
    { label: recentLabel, submenu: recent, enabled: recent.length > 0 },
    { type: 'separator' },
    { role: isMac ? 'close' : 'quit' },
  ]
}
