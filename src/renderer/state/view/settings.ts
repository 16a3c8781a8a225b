import { create } from 'zustand'
import { FIRST_SETTINGS, type Settings } from '../../../contract/settings.ts'
import { invoke } from '../../transport/invoke.ts'

/** How the planner likes the screen; read from the library before the first screen, kept there at every change. */
export const useSettings = create<Settings>(() => FIRST_SETTINGS)

export async function loadSettings(): Promise<void> {
  useSettings.setState(await invoke('settings.read', null))
}

let unwritten: Partial<Settings> = {}
let isWriting = false

/** Takes effect at once; a setting that cannot be kept still holds until the window closes. */
export function changeSettings(change: Partial<Settings>): void {
  useSettings.setState(change)
  unwritten = { ...unwritten, ...change }
  if (!isWriting) void write()
}

/** What changes while a call is under way, as by a pane that is dragged, goes with the next one. */
async function write(): Promise<void> {
  isWriting = true
  while (Object.keys(unwritten).length > 0) {
    const change = unwritten
    unwritten = {}
    await invoke('settings.write', change).catch(() => undefined)
  }
  isWriting = false
}
