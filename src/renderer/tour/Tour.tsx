import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { go, useRoute } from '../state/view/route.ts'
import type { Screen } from '../state/view/screens.ts'
import { endTour, showTourStep, useTour } from '../state/view/tour.ts'
import { useWords } from '../words/useWords.ts'
import styles from './tour.module.css'
import { TOUR_STEPS } from './tourSteps.ts'
import { placeCard, useAnchor } from './useAnchor.ts'

/** The tour of the sample, one card after another beside what it speaks of; the screen stays usable. */
export function Tour() {
  const step = useTour((state) => state.step)
  return step === null ? null : <TourCard key={step} step={step} />
}

function TourCard({ step }: { readonly step: number }) {
  const words = useWords().tour
  const { id, screen, anchor } = TOUR_STEPS[step]!
  const box = useAnchor(
    anchor,
    useRoute((state) => state.screen),
  )
  useEffect(() => go(screen), [screen])
  useOwnWay(screen)
  useEffect(() => {
    // Wherever the focus is: the screen beside the card is in use too.
    const onEscape = (event: globalThis.KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) endTour()
    }
    window.addEventListener('keydown', onEscape)
    return () => window.removeEventListener('keydown', onEscape)
  }, [])
  const isLast = step === TOUR_STEPS.length - 1
  const onward = (): void => (isLast ? endTour() : showTourStep(step + 1))
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight' && !isLast) onward()
    if (event.key === 'ArrowLeft' && step > 0) showTourStep(step - 1)
  }
  return (
    <>
      {box && <div className={styles.ring} style={box} />}
      <div
        role="dialog"
        aria-label={words.title}
        aria-describedby="tour-text"
        className={styles.card}
        style={placeCard(box)}
        onKeyDown={onKey}
      >
        <strong>{words.steps[id].title}</strong>
        <p id="tour-text">{words.steps[id].text}</p>
        <div className={styles.foot}>
          <span>{words.step(step + 1, TOUR_STEPS.length)}</span>
          {!isLast && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={endTour}>
              {words.skip}
            </Button>
          )}
          {step > 0 && (
            <Button size="compact-xs" variant="default" onClick={() => showTourStep(step - 1)}>
              {words.back}
            </Button>
          )}
          <Button ref={focusNow} size="compact-xs" onClick={onward}>
            {isLast ? words.done : words.next}
          </Button>
        </div>
      </div>
    </>
  )
}

/** Who goes to another screen by herself has seen enough: the card would lie on what she works at. */
function useOwnWay(screen: Screen): void {
  const shown = useRoute((state) => state.screen)
  const hasArrived = useRef(false)
  useEffect(() => {
    if (shown === screen) hasArrived.current = true
    else if (hasArrived.current) endTour()
  }, [shown, screen])
}

/** Before the next key: a fast reader presses Enter again at once. */
function focusNow(button: HTMLButtonElement | null): void {
  button?.focus()
}
