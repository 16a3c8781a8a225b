import { create } from 'zustand'

/** What stands in front of the screen, one at a time. */
export type Dialog = 'palette' | 'shortcuts' | 'branch' | 'templates'

export const useDialog = create<{ readonly open: Dialog | null }>(() => ({ open: null }))

export const openDialog = (open: Dialog): void => useDialog.setState({ open })
export const closeDialog = (): void => useDialog.setState({ open: null })
