/** Menus in the order of the menu bar. */
export const MENUS = ['file', 'edit', 'plan', 'view', 'go', 'help'] as const
export type Menu = (typeof MENUS)[number]

export interface CommandSpec {
  readonly id: string
  readonly menu: Menu
  /** As in `Mod+Shift+Z`, `Mod` being Ctrl, or Command on a Mac; empty: none. */
  readonly keys: string
}

/**
 * Everything that can be done from anywhere, once: palette, menus of both hosts, keys and the sheet of shortcuts are
 * made of it. Screens are gone to by their own command, `go-` and the screen's name.
 */
export const COMMANDS = [
  { id: 'new', menu: 'file', keys: '' },
  { id: 'open', menu: 'file', keys: 'Mod+O' },
  { id: 'save-plan', menu: 'file', keys: 'Mod+S' },
  { id: 'save-workbook', menu: 'file', keys: 'Mod+Shift+S' },
  { id: 'go-report', menu: 'file', keys: 'Mod+P' },
  { id: 'go-exchange', menu: 'file', keys: '' },
  { id: 'go-library', menu: 'file', keys: 'Alt+L' },
  { id: 'undo', menu: 'edit', keys: 'Mod+Z' },
  { id: 'redo', menu: 'edit', keys: 'Mod+Shift+Z' },
  { id: 'palette', menu: 'edit', keys: 'Mod+K' },
  { id: 'solve', menu: 'plan', keys: 'Mod+Enter' },
  { id: 'stop', menu: 'plan', keys: 'Mod+.' },
  { id: 'live-solve', menu: 'plan', keys: '' },
  { id: 'branch', menu: 'plan', keys: 'Mod+B' },
  { id: 'problems', menu: 'plan', keys: 'Mod+Shift+M' },
  { id: 'go-plan', menu: 'plan', keys: '' },
  { id: 'go-catalog', menu: 'plan', keys: '' },
  { id: 'theme-auto', menu: 'view', keys: '' },
  { id: 'theme-light', menu: 'view', keys: '' },
  { id: 'theme-dark', menu: 'view', keys: '' },
  { id: 'contrast', menu: 'view', keys: '' },
  { id: 'language', menu: 'view', keys: 'Alt+Shift+L' },
  { id: 'numbers', menu: 'view', keys: '' },
  { id: 'go-overview', menu: 'go', keys: 'Alt+0' },
  { id: 'go-agents', menu: 'go', keys: 'Alt+7' },
  { id: 'go-scheduling', menu: 'go', keys: 'Alt+6' },
  { id: 'go-distribution', menu: 'go', keys: 'Alt+5' },
  { id: 'go-models', menu: 'go', keys: 'Alt+4' },
  { id: 'go-accelerators', menu: 'go', keys: 'Alt+3' },
  { id: 'go-facility', menu: 'go', keys: 'Alt+2' },
  { id: 'go-power', menu: 'go', keys: 'Alt+1' },
  { id: 'go-build-out', menu: 'go', keys: 'Alt+B' },
  { id: 'go-sites', menu: 'go', keys: 'Alt+S' },
  { id: 'go-flows', menu: 'go', keys: '' },
  { id: 'go-money', menu: 'go', keys: 'Alt+M' },
  { id: 'go-audit', menu: 'go', keys: 'Alt+A' },
  { id: 'go-why', menu: 'go', keys: 'Alt+W' },
  { id: 'go-vary', menu: 'go', keys: 'Alt+V' },
  { id: 'go-compare', menu: 'go', keys: 'Alt+C' },
  { id: 'help', menu: 'help', keys: 'F1' },
  { id: 'shortcuts', menu: 'help', keys: '?' },
  { id: 'glossary', menu: 'help', keys: '' },
  { id: 'formulas', menu: 'help', keys: '' },
  { id: 'tour', menu: 'help', keys: '' },
] as const satisfies readonly CommandSpec[]

export type CommandId = (typeof COMMANDS)[number]['id']
/** Those with a name of their own; the others are named by their screen. */
export type NamedCommand = Exclude<CommandId, `go-${string}`>
