import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { said } from '../../format/punctuation.ts'
import { useWords } from '../../words/useWords.ts'

interface Props {
  readonly title: string
  readonly children: ReactNode
}

/** What a chart or a diagram can be copied and saved as. */
export function SaveMenu({ title, children }: Props) {
  const words = useWords().chart
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={said(words.more, title)}>
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
