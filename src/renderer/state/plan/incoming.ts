import { create } from 'zustand'

interface Incoming {
  /** For the import screen to take at once. */
  readonly file: File | null
  /** Those that came with it: each is taken once the one before is taken over or left. */
  readonly waiting: readonly File[]
}

/** Files that were dropped or opened anywhere. */
export const useIncoming = create<Incoming>(() => ({ file: null, waiting: [] }))

/** In place of what came before. */
export const bringIn = (files: readonly File[]): void =>
  useIncoming.setState({ file: files[0] ?? null, waiting: files.slice(1) })

/** The next of those that came together. */
export const bringNext = (): void => bringIn(useIncoming.getState().waiting)
