import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useWords } from '../words/useWords.ts'
import styles from './grid.module.css'

interface Props {
  readonly label: string
  readonly onDuplicate: () => void
  readonly onRemove: () => void
}

/** What may be done with a row of a table. */
export function RowMenu({ label, ...on }: Props) {
  const words = useWords()
  return (
    <div className={styles.action}>
      <Menu position="bottom-end" withinPortal returnFocus withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label}>
            <IconDots size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item data-autofocus onClick={on.onDuplicate}>
            {words.grid.duplicate}
          </Menu.Item>
          <Menu.Item onClick={on.onRemove} color="red">
            {words.grid.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
