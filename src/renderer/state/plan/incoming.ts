import { create } from 'zustand'

/** A file that was dropped or opened anywhere, waiting for the import screen to take it. */
export const useIncoming = create<{ readonly file: File | null }>(() => ({ file: null }))
