import { Tooltip } from '@mantine/core'
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
  if (!found) return text
  return (
    <>
      {text.slice(0, found.start)}
      <Tooltip
        label={words.glossary[found.id].text}
        multiline
        maw={320}
        events={{ hover: true, focus: true, touch: true }}
      >
        <dfn className={styles.term} {...(isStop ? { tabIndex: 0 } : {})}>
          {text.slice(found.start, found.end)}
        </dfn>
      </Tooltip>
      {text.slice(found.end)}
    </>
  )
}
