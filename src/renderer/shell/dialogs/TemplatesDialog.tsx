import { Modal } from '@mantine/core'
import type { Out } from '../../../contract/contract.ts'
import { useTemplates } from '../../parts/useTemplates.ts'
import { createFromTemplate } from '../../state/plan/shelf.ts'
import { closeDialog, useDialog } from '../../state/view/dialogs.ts'
import { useWords } from '../../words/useWords.ts'
import styles from '../side/side.module.css'

/** What a new plan may begin from. */
export function TemplatesDialog() {
  const words = useWords().commands
  const isOpen = useDialog((state) => state.open === 'templates')
  const templates = useTemplates(isOpen)
  const make = (template: Out<'templates.list'>[number]): void => {
    closeDialog()
    void createFromTemplate(template)
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
