import { useEffect, useState } from 'react'
import type { Screen } from '../state/view/screens.ts'
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

/**
 * Where an element stands on the window, brought into view and followed while it moves; null while it is not there. It is
 * brought again on another screen, since the menu brings that screen's own entry into view.
 */
export function useAnchor(selector: string, screen: Screen): Box | null {
  const [box, setBox] = useState<Box | null>(null)
  useEffect(() => {
    let frame = 0
    let isBrought = false
    // Only to begin anew with it.
    void screen
    const look = (): void => {
      const own = document.querySelector(selector)
      if (own && !isBrought) {
        isBrought = true
        for (const part of partsOf(own).toReversed())
          part.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      }
      const next = own && boxOf(partsOf(own).map((part) => part.getBoundingClientRect()))
      setBox((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
      frame = requestAnimationFrame(look)
    }
    look()
    return () => cancelAnimationFrame(frame)
  }, [selector, screen])
  return box
}

/** In a narrow window a group of the navigation has no box of its own: its parts have. */
function partsOf(own: Element): readonly Element[] {
  return getComputedStyle(own).display === 'contents' ? [...own.children] : [own]
}

/** Around all of them that are seen. */
function boxOf(rects: readonly DOMRect[]): Box | null {
  const seen = rects.filter(({ width, height }) => width > 0 && height > 0)
  if (seen.length === 0) return null
  const [left, top] = [Math.min(...seen.map((own) => own.left)), Math.min(...seen.map((own) => own.top))]
  const right = Math.max(...seen.map((own) => own.right))
  const bottom = Math.max(...seen.map((own) => own.bottom))
  return { left, top, width: right - left, height: bottom - top }
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
