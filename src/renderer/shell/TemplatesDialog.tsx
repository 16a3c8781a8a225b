import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Out } from '../../contract/contract.ts'
import { closeDialog, useDialog } from '../state/dialogs.ts'
import { guarded } from '../state/session.ts'
import { createFromTemplate } from '../state/shelf.ts'
import { invoke } from '../transport/invoke.ts'
import { useWords } from '../words/useWords.ts'
import styles from './side.module.css'

/** What a new plan may begin from. */
export function TemplatesDialog() {
  const words = useWords().commands
  const isOpen = useDialog((state) => state.open === 'templates')
  const [templates, setTemplates] = useState<Out<'templates.list'>>([])
  useEffect(() => {
    if (isOpen) void guarded(async () => setTemplates(await invoke('templates.list', null)))
  }, [isOpen])
  const make = (template: Out<'templates.list'>[number]): void => {
    closeDialog()
    void createFromTemplate(template.name, template.title)
  }
  return (
    <Modal opened={isOpen} onClose={closeDialog} title={words.names.new} transitionProps={{ duration: 0 }}>
      <ul className={styles.list}>
        {templates.map((template) => (
          <li key={template.name}>
            <button type="button" className={styles.plain} onClick={() => make(template)}>
              <strong>{template.title}</strong>
              <span>{template.description}</span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
