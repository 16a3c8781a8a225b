import { create } from 'zustand'

/** A file that was dropped or opened anywhere, waiting for the screen that takes it. */
export const useIncoming = create<{ readonly table: File | null; readonly benchmark: readonly File[] }>(
  () => ({ table: null, benchmark: [] }),
)
