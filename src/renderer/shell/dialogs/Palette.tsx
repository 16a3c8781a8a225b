import { Modal, TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { findCommands } from '../../commands/findCommands.ts'
import { type Command, useCommands, usePlanCommands } from '../../commands/useCommands.ts'
import { useThingCommands } from '../../commands/useThingCommands.ts'
import { closeDialog, useDialog } from '../../state/view/dialogs.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './palette.module.css'

/** Ctrl+K: every action by name, every plan, and what the plan in view holds. */
export function Palette() {
  const words = useWords().palette
  const isOpen = useDialog((state) => state.open === 'palette')
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const commands = [...useCommands(), ...usePlanCommands()]
  const things = useThingCommands()
  // What the plan holds is looked for by name alone: a list of it would hide the commands.
  const found = findCommands(text.trim() === '' ? commands : [...commands, ...things], text)
  useEffect(() => {
    if (!isOpen) return
    setText('')
    setAt(0)
  }, [isOpen])
  const run = (command: Command | undefined): void => {
    if (!command) return
    closeDialog()
    command.run()
  }
  const onKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((found.length + at + step) % Math.max(1, found.length))
    }
    if (event.key === 'Enter') run(found[at])
  }
  return (
    <Modal
      opened={isOpen}
      onClose={closeDialog}
      title={words.title}
      size="md"
      yOffset="12vh"
      // Without a transition the field has the focus before the next key: a fast typist loses no letter.
      transitionProps={{ duration: 0 }}
    >
      <TextInput
        ref={focusNow}
        data-autofocus
        aria-label={words.title}
        placeholder={words.hint}
        value={text}
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={found[at] ? `palette-${found[at].id}` : undefined}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKey}
      />
      <div className={styles.list} role="listbox" id="palette-list" aria-label={words.title}>
        {found.map((command, index) => (
          <button
            type="button"
            role="option"
            tabIndex={-1}
            key={command.id}
            id={`palette-${command.id}`}
            aria-selected={index === at}
            ref={index === at ? keepInView : undefined}
            onClick={() => run(command)}
          >
            <span>{command.name}</span>
            <kbd>{command.keys}</kbd>
          </button>
        ))}
      </div>
      <p role="status" className={styles.none}>
        {found.length === 0 && words.none}
      </p>
    </Modal>
  )
}

/** The command that Enter runs is seen. */
const keepInView = (option: HTMLElement | null): void => option?.scrollIntoView({ block: 'nearest' })

function focusNow(field: HTMLInputElement | null): void {
  field?.focus()
}
