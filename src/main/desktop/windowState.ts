import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as Electron from 'electron'
import { z } from 'zod'
import { writeAtomically } from '../writeAtomically.ts'

const WindowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400),
  height: z.int().min(300),
  isMaximized: z.boolean(),
})
type WindowState = z.infer<typeof WindowState>
type Screens = Pick<Electron.Screen, 'getAllDisplays'>

const fileOf = (home: string): string => join(home, 'window.json')
const FIRST = { width: 1440, height: 900 }
/** So much of the title bar must be within reach. */
const REACH_PX = 80

/** Where the window stood last; its first size where that is not known, or on no screen that is there now. */
export function readWindowState(
  home: string,
  screen: Screens,
): Partial<WindowState> & Pick<WindowState, 'width' | 'height'> {
  try {
    const kept = WindowState.parse(JSON.parse(readFileSync(fileOf(home), 'utf8')))
    const isInReach = screen.getAllDisplays().some(({ workArea }) => isWithin(kept, workArea))
    return isInReach ? kept : { ...FIRST, isMaximized: kept.isMaximized }
  } catch {
    return FIRST
  }
}

function isWithin(kept: WindowState, area: Electron.Rectangle): boolean {
  return (
    kept.x + kept.width >= area.x + REACH_PX &&
    kept.x <= area.x + area.width - REACH_PX &&
    kept.y >= area.y &&
    kept.y <= area.y + area.height - REACH_PX
  )
}

/** Keeps the place of the window when it closes; when it is maximized, where it would stand otherwise. */
export function keepWindowState(home: string, window: Electron.BrowserWindow): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
    writeAtomically(fileOf(home), `${JSON.stringify(state)}\n`)
  })
}
