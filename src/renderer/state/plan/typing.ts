import { create } from 'zustand'

/** The cell that the planner is in, and what stands in it before it is saved; null: nothing is being typed. */
interface Typing {
  /** As faults name it, as in `demand[2].unitsEnd`. */
  readonly path: string | null
  readonly text: string | null
}

const NOWHERE: Typing = { path: null, text: null }

export const useTyping = create<Typing>(() => NOWHERE)

/** Time without a key until what is typed is told: cells must not wait for what others make of it. */
const PAUSE_MS = 80

/** Tells of what is typed into the cells below an element, of the cell at the cursor alone; answers with how to end it. */
export function watchTyping(area: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (typing: Typing): void => {
    clearTimeout(timer)
    timer = setTimeout(() => useTyping.setState(typing), PAUSE_MS)
  }
  const onInput = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement && target.dataset.path !== undefined)
      tell({ path: target.dataset.path, text: target.value })
  }
  // Figures that are told are pressed to see how they come about: they stay those of the cell that was left.
  const isTold = (target: EventTarget | null): boolean =>
    target instanceof Element && target.closest('output') !== null
  const onFocus = ({ target }: Event): void => {
    if (isTold(target)) return
    if (target instanceof HTMLElement) tell({ path: target.dataset.path ?? null, text: null })
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onFocus(event)
  }
  const onLeave = ({ relatedTarget }: FocusEvent): void => {
    if (!isTold(relatedTarget)) tell(NOWHERE)
  }
  area.addEventListener('input', onInput)
  area.addEventListener('focusin', onFocus)
  area.addEventListener('keyup', onKey)
  area.addEventListener('focusout', onLeave)
  return () => {
    clearTimeout(timer)
    useTyping.setState(NOWHERE)
    area.removeEventListener('input', onInput)
    area.removeEventListener('focusin', onFocus)
    area.removeEventListener('keyup', onKey)
    area.removeEventListener('focusout', onLeave)
  }
}
