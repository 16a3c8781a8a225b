import { runCommand } from '../commands/runCommand.ts'
import { screenName } from '../commands/screenName.ts'
import { type HelpPage, showHelp } from '../state/view/help.ts'
import { SCREENS } from '../state/view/screens.ts'
import { useWords } from '../words/useWords.ts'
import { Expression } from './Expression.tsx'
import styles from './help.module.css'
import type { ListedPage } from './listPages.ts'

/** A way to another page of the help. */
export function PageLink({
  page,
  children,
}: {
  readonly page: HelpPage
  readonly children: React.ReactNode
}) {
  return (
    <button type="button" className={styles.link} onClick={() => showHelp(page)}>
      {children}
    </button>
  )
}

export function Contents() {
  const words = useWords()
  const { help } = words
  return (
    <>
      <h3>{help.contents}</h3>
      <ul className={styles.links}>
        <li>
          <button type="button" className={styles.link} onClick={() => runCommand('tour')}>
            {help.tour}
          </button>
        </li>
        <li>
          <button type="button" className={styles.link} onClick={() => runCommand('shortcuts')}>
            {help.shortcuts}
          </button>
        </li>
        <li>
          <PageLink page={{ kind: 'formulas' }}>{help.formulasTitle}</PageLink>
        </li>
        <li>
          <PageLink page={{ kind: 'glossary', term: null }}>{help.glossaryTitle}</PageLink>
        </li>
      </ul>
      <h4>{help.screensTitle}</h4>
      <ul className={styles.links}>
        {SCREENS.map((id) => (
          <li key={id}>
            <PageLink page={{ kind: 'screen', id }}>{screenName(words, id)}</PageLink>
          </li>
        ))}
      </ul>
    </>
  )
}

export function FoundPages({ found }: { readonly found: readonly ListedPage[] }) {
  const words = useWords().help
  const kind = { screen: words.screensTitle, formula: words.formulasTitle, glossary: words.glossaryTitle }
  return (
    <>
      <p role="status" className={styles.soft}>
        {found.length === 0 ? words.nothing : words.found(found.length)}
      </p>
      <ul className={styles.links}>
        {found.map(({ key, page, title, text }) => (
          <li key={key}>
            <PageLink page={page}>
              <Expression text={title} />
            </PageLink>{' '}
            <span className={styles.soft}>{kind[page.kind as keyof typeof kind]}</span>
            <div className={styles.excerpt}>{text.slice(0, 130)}…</div>
          </li>
        ))}
      </ul>
    </>
  )
}
