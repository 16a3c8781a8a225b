import { useEffect, useState } from 'react'

/** Rows that come at once: as many as are drawn while nobody notices. */
const STEP = 16

/**
 * How many of so many rows are drawn: those that were, and of many new ones a few with every frame, so that a table that
 * was pasted full does not keep the screen from answering.
 */
export function useGrowing(count: number): number {
  const [drawn, setDrawn] = useState(() => Math.min(count, 2 * STEP))
  const shown = Math.min(count, drawn + STEP)
  useEffect(() => {
    if (drawn === count) return
    if (shown === count) return setDrawn(count)
    const frame = requestAnimationFrame(() => setDrawn(shown))
    return () => cancelAnimationFrame(frame)
  }, [count, drawn, shown])
  return shown
}
