import { Tooltip } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useWords } from '../words/useWords.ts'
import { findTerm } from './findTerm.ts'
import styles from './help.module.css'

interface Props {
  readonly text: string
  /** Where many stand side by side, as in the heads of a large table, they are no stops of the Tab key. */
  readonly isStop?: boolean
}

/** A head or label; the term of the glossary that it names is underlined and explained under the cursor or focus. */
export function Glossed({ text, isStop = true }: Props) {
  const words = useWords()
  const found = findTerm(words, text)
  const [isAsked, setAsked] = useState(false)
  const isSent = useSentAway(isAsked)
  if (!found) return text
  const ask = (): void => setAsked(true)
  const leave = (): void => setAsked(false)
  return (
    <>
      {text.slice(0, found.start)}
      <Tooltip
        label={words.glossary[found.id].text}
        multiline
        maw={320}
        interactive
        disabled={isSent}
        events={{ hover: true, focus: true, touch: true }}
      >
        <dfn
          className={styles.term}
          onPointerEnter={ask}
          onPointerLeave={leave}
          onFocus={ask}
          onBlur={leave}
          {...(isStop ? { tabIndex: 0 } : {})}
        >
          {text.slice(found.start, found.end)}
        </dfn>
      </Tooltip>
      {text.slice(found.end)}
    </>
  )
}

/** What lies over the figures below goes by Escape too, without moving pointer or focus (WCAG 1.4.13). */
function useSentAway(isAsked: boolean): boolean {
  const [isSent, setSent] = useState(false)
  useEffect(() => {
    if (!isAsked) return undefined
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') setSent(true)
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
      setSent(false)
    }
  }, [isAsked])
  return isSent
}
