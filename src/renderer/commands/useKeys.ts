import { useEffect } from 'react'
import { COMMANDS } from './commandList.ts'
import { isPressed } from './keys.ts'
import { runCommand } from './runCommand.ts'

/** Runs the command whose keys are pressed, unless they belong to the field that is typed in. */
export function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const command = COMMANDS.find(({ keys }) => isPressed(keys, event))
      if (!command || belongsToField(command.keys, event.target)) return
      event.preventDefault()
      runCommand(command.id)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function belongsToField(keys: string, target: EventTarget | null): boolean {
  const isField =
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  if (!isField) return false
  // Signs are text.
  if (keys.length === 1) return true
  // A field undoes its own typing; a cell in which nothing is being typed has none.
  return (keys === 'Mod+Z' || keys === 'Mod+Shift+Z') && target.dataset.editing !== 'false'
}
