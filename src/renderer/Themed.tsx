import { createTheme, MantineProvider, Modal, mergeThemeOverrides } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useTextScale } from './state/view/textScale.ts'
import { theme } from './theme.ts'
import { useWords } from './words/useWords.ts'

interface Props {
  readonly nonce: string
  readonly children: ReactNode
}

/** The one theme, with what its parts say to a screen reader in the planner's language. */
export function Themed({ nonce, children }: Props) {
  const { closeDialog } = useWords().shell
  const scale = useTextScale()
  const own = useMemo(() => {
    const dialog = Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': closeDialog } } })
    return mergeThemeOverrides(theme, createTheme({ scale, components: { Modal: dialog } }))
  }, [closeDialog, scale])
  return (
    <MantineProvider theme={own} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      {children}
    </MantineProvider>
  )
}
