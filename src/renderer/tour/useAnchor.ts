import { useEffect, useState } from 'react'
import { textScale } from '../state/view/textScale.ts'

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
  const [cardWidth, cardHeight] = [CARD_WIDTH_PX * textScale(), CARD_HEIGHT_PX * textScale()]
  const inside = (left: number, top: number) => ({
    left: Math.max(GAP_PX, Math.min(left, innerWidth - cardWidth - GAP_PX)),
    top: Math.max(GAP_PX, Math.min(top, innerHeight - cardHeight - GAP_PX)),
  })
  if (!box) return inside(innerWidth, innerHeight)
  const right = box.left + box.width + GAP_PX
  const below = box.top + box.height + GAP_PX
  if (right + cardWidth < innerWidth) return inside(right, box.top)
  if (box.left > cardWidth + 2 * GAP_PX) return inside(box.left - cardWidth - GAP_PX, box.top)
  if (below + cardHeight < innerHeight) return inside(box.left, below)
  if (box.top > cardHeight) return inside(box.left, box.top - cardHeight - GAP_PX)
  return inside(innerWidth, innerHeight)
}
