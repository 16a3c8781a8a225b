import { useEffect, useState } from 'react'

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const CARD_WIDTH_PX = 340
/** More than any card is high. */
const CARD_HEIGHT_PX = 230
const GAP_PX = 12

/** Where an element stands on the window, followed while it moves; null while it is not there. */
export function useAnchor(selector: string): Box | null {
  const [box, setBox] = useState<Box | null>(null)
  useEffect(() => {
    let frame = 0
    const look = (): void => {
      const own = document.querySelector(selector)?.getBoundingClientRect()
      const next = own ? { left: own.left, top: own.top, width: own.width, height: own.height } : null
      setBox((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
      frame = requestAnimationFrame(look)
    }
    look()
    return () => cancelAnimationFrame(frame)
  }, [selector])
  return box
}

/** Beside the anchor where there is room: at its right, left, below, above; else in the lower right corner. */
export function placeCard(box: Box | null): { readonly left: number; readonly top: number } {
  const { innerWidth, innerHeight } = window
  const inside = (left: number, top: number) => ({
    left: Math.max(GAP_PX, Math.min(left, innerWidth - CARD_WIDTH_PX - GAP_PX)),
    top: Math.max(GAP_PX, Math.min(top, innerHeight - CARD_HEIGHT_PX - GAP_PX)),
  })
  if (!box) return inside(innerWidth, innerHeight)
  const right = box.left + box.width + GAP_PX
  const below = box.top + box.height + GAP_PX
  if (right + CARD_WIDTH_PX < innerWidth) return inside(right, box.top)
  if (box.left > CARD_WIDTH_PX + 2 * GAP_PX) return inside(box.left - CARD_WIDTH_PX - GAP_PX, box.top)
  if (below + CARD_HEIGHT_PX < innerHeight) return inside(box.left, below)
  if (box.top > CARD_HEIGHT_PX) return inside(box.left, box.top - CARD_HEIGHT_PX - GAP_PX)
  return inside(innerWidth, innerHeight)
}
