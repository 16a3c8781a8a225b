import { useEffect, useRef } from 'react'
import { useWords } from '../words/useWords.ts'
import styles from './help.module.css'
import { TERMS, type TermGroup, type TermId } from './terms.ts'

/** All terms by layer; the one that was asked for in view. */
export function GlossaryHelp({ term }: { readonly term: TermId | null }) {
  const { help, glossary } = useWords()
  const asked = useRef<HTMLDivElement>(null)
  useEffect(() => asked.current?.scrollIntoView({ block: 'center' }), [term])
  return (
    <>
      <h3>{help.glossaryTitle}</h3>
      {(Object.keys(TERMS) as TermGroup[]).map((group) => (
        <section key={group} aria-label={help.groups[group]}>
          <h4>{help.groups[group]}</h4>
          <dl className={styles.terms}>
            {TERMS[group].map((id) => (
              <div key={id} ref={id === term ? asked : null} data-asked={id === term || undefined}>
                <dt>{glossary[id].term}</dt>
                <dd>{glossary[id].text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  )
}
