import { useEffect } from 'react'
import { COMMANDS, MENUS } from '../../commands/commandList.ts'
import { runCommand } from '../../commands/runCommand.ts'
import { useCommands } from '../../commands/useCommands.ts'
import { takeHandedFiles } from '../../files/pickFile.ts'
import { invoke } from '../../transport/invoke.ts'
import { useLanguage, useWords } from '../../words/useWords.ts'

/** In the desktop window: the native menus in the planner's language, and the files that the system hands over. */
export function useDesktop(): void {
  const language = useLanguage()
  const words = useWords().commands
  const commands = useCommands()
  useEffect(() => {
    if (!window.host) return
    const bar = MENUS.map((id) => ({
      id,
      label: words.menus[id],
      items: commands
        .filter((command) => command.menu === id)
        .map((command) => ({
          id: command.id,
          label: command.name,
          keys: COMMANDS.find((own) => own.id === command.id)?.keys ?? '',
        })),
    }))
    void invoke('desktop.showMenu', { bar, recentLabel: words.recentFiles })
  }, [language])
  useEffect(() => {
    if (!window.host) return undefined
    const stop = window.host.on((name, value) => {
      if (name === 'files') void takeHandedFiles()
      const command = name === 'command' ? COMMANDS.find((own) => own.id === value) : undefined
      if (command) runCommand(command.id)
    })
    void takeHandedFiles()
    return stop
  }, [])
}
