import { create } from 'zustand'

/** The value of the plan that the planner asked to be taken to; null: none. */
export const useFocus = create<{ readonly path: string | null }>(() => ({ path: null }))

/** Frames in which a screen has to show the value. */
const PATIENCE = 120

useFocus.subscribe(({ path }) => {
  if (path !== null) look(path, PATIENCE)
})

function look(path: string, frames: number): void {
  if (useFocus.getState().path !== path) return
  const found = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)
  if (!found && frames > 0) {
    requestAnimationFrame(() => look(path, frames - 1))
    return
  }
  found?.scrollIntoView({ block: 'center', inline: 'center' })
  found?.focus()
  useFocus.setState({ path: null })
}
