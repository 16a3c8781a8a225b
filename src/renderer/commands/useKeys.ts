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
      if (!command || (isTyped(event.target) && belongsToField(command.keys))) return
      event.preventDefault()
      runCommand(command.id)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function isTyped(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
}

/** Signs are text, and a field undoes its own typing. */
function belongsToField(keys: string): boolean {
  return keys.length === 1 || keys === 'Mod+Z' || keys === 'Mod+Shift+Z'
}
