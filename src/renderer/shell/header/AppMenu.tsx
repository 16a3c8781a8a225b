import { ActionIcon, Menu } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { MENUS } from '../../commands/commandList.ts'
import { useCommands, useRecentPlans } from '../../commands/useCommands.ts'
import { showPlan } from '../../state/plan/shelf.ts'
import { useWords } from '../../words/useWords.ts'

const RECENT = 6

/** The menus of the browser, where the system draws none: the same commands as those of the desktop. */
export function AppMenu() {
  const words = useWords().commands
  const commands = useCommands()
  const recent = useRecentPlans()
  return (
    <Menu position="bottom-start" width={230}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={words.menu}>
          <IconMenu2 size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {MENUS.map((menu) => (
          <Menu.Sub key={menu} openDelay={60}>
            <Menu.Sub.Target>
              <Menu.Sub.Item>{words.menus[menu]}</Menu.Sub.Item>
            </Menu.Sub.Target>
            <Menu.Sub.Dropdown miw={300}>
              {commands
                .filter((command) => command.menu === menu)
                .map(({ id, name, keys, run }) => (
                  <Menu.Item key={id} rightSection={<kbd>{keys}</kbd>} onClick={run}>
                    {name}
                  </Menu.Item>
                ))}
              {menu === 'file' && recent.length > 0 && (
                <>
                  <Menu.Label>{words.recent}</Menu.Label>
                  {recent.slice(0, RECENT).map(({ id, name }) => (
                    <Menu.Item key={id} onClick={() => void showPlan(id)}>
                      {name}
                    </Menu.Item>
                  ))}
                </>
              )}
            </Menu.Sub.Dropdown>
          </Menu.Sub>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
