import { useCallback, useEffect, useState } from 'react'
import { askOnce } from '../../worker/askOnce.ts'
import { guarded } from '../plan/session.ts'

interface Found<Q, T> {
  readonly of: Q
  readonly value: T | null
  readonly stop: () => void
  readonly isStopped: boolean
}

/** What a worker says to a question, asked anew when the question is another; it ends with the screen that asks. */
export function useAsked<Q, T>(open: () => Worker, question: Q) {
  const [turn, setTurn] = useState(0)
  const [found, setFound] = useState<Found<Q, T> | null>(null)
  useEffect(() => {
    // Every turn asks once.
    let isCurrent = turn >= 0
    const asked = askOnce<Q, T>(open(), question)
    const stop = (): void => {
      isCurrent = false
      asked.stop()
      setFound({ of: question, value: null, stop, isStopped: true })
    }
    setFound({ of: question, value: null, stop, isStopped: false })
    void guarded(async () => {
      const value = await asked.answer
      if (isCurrent) setFound({ of: question, value, stop, isStopped: false })
    })
    return () => {
      isCurrent = false
      asked.stop()
    }
  }, [open, question, turn])
  const own = found?.of === question ? found : null
  return {
    value: own?.value ?? null,
    isStopped: own?.isStopped ?? false,
    onStop: useCallback(() => own?.stop(), [own]),
    onAgain: useCallback(() => setTurn((last) => last + 1), []),
  }
}
