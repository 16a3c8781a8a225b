import { Modal, rem } from '@mantine/core'
import { MENUS } from '../../commands/commandList.ts'
import { useCommands } from '../../commands/useCommands.ts'
import { closeDialog, useDialog } from '../../state/view/dialogs.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './palette.module.css'

/** Every key that does something, by menu; those of tables and charts at the end. */
export function ShortcutSheet() {
  const words = useWords().commands
  const isOpen = useDialog((state) => state.open === 'shortcuts')
  const commands = useCommands().filter((command) => command.keys !== '')
  return (
    <Modal
      opened={isOpen}
      onClose={closeDialog}
      title={words.sheet}
      size={rem(1080)}
      transitionProps={{ duration: 0 }}
    >
      <div className={styles.sheet}>
        {MENUS.map((menu) => {
          const own = commands.filter((command) => command.menu === menu)
          const rows = own.map(({ keys, name }) => [keys, name] as const)
          return <Keys key={menu} title={words.menus[menu]} rows={rows} />
        })}
        <Keys title={words.inTables} rows={words.tableKeys} />
        <Keys title={words.inCharts} rows={words.chartKeys} />
      </div>
    </Modal>
  )
}

interface KeysProps {
  readonly title: string
  readonly rows: readonly (readonly [string, string])[]
}

function Keys({ title, rows }: KeysProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {rows.map(([keys, name]) => (
          <div key={`${keys} ${name}`}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
