import { screenName } from '../commands/screenName.ts'
import type { Screen } from '../state/view/screens.ts'
import { useWords } from '../words/useWords.ts'
import { PageLink } from './HelpLists.tsx'
import styles from './help.module.css'
import { TOPICS } from './topics.ts'

/** What a screen answers, what one does there, and what stands behind its figures. */
export function ScreenHelpPage({ screen }: { readonly screen: Screen }) {
  const words = useWords()
  const { help } = words
  const { what, steps } = help.screens[screen]
  const { formulas, terms } = TOPICS[screen]
  return (
    <>
      <h3>{screenName(words, screen)}</h3>
      <p>{what}</p>
      <h4>{help.whatToDo}</h4>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {formulas.length > 0 && (
        <>
          <h4>{help.behind}</h4>
          <ul className={styles.links}>
            {formulas.map((id) => (
              <li key={id}>
                <PageLink page={{ kind: 'formula', id }}>{words.formulas[id].title}</PageLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{help.words}</h4>
      <dl className={styles.terms}>
        {terms.map((id) => (
          <div key={id}>
            <dt>{words.glossary[id].term}</dt>
            <dd>{words.glossary[id].text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
