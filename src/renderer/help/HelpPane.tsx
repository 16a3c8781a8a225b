import { Button, CloseButton, TextInput } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import { helpBack, showHelp, useHelp } from '../state/view/help.ts'
import { usePanes } from '../state/view/panes.ts'
import { useWords } from '../words/useWords.ts'
import { FormulaHelp, FormulaList } from './FormulaHelp.tsx'
import { GlossaryHelp } from './GlossaryHelp.tsx'
import { Contents, FoundPages } from './HelpLists.tsx'
import styles from './help.module.css'
import { listPages, searchPages } from './listPages.ts'
import { ScreenHelpPage } from './ScreenHelpPage.tsx'

/** The help beside the screen, so that one reads while working: a page, or what a search found. */
export function HelpPane() {
  const words = useWords()
  const { trail, search } = useHelp()
  const pages = useMemo(() => listPages(words), [words])
  const close = (): void => usePanes.setState({ side: null })
  return (
    <aside
      className={styles.pane}
      aria-label={words.help.title}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <div className={styles.head}>
        <h2>{words.help.title}</h2>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          disabled={trail.length === 0 && search === ''}
          onClick={() => (search === '' ? helpBack() : useHelp.setState({ search: '' }))}
        >
          {words.help.back}
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => showHelp({ kind: 'contents' })}
        >
          {words.help.contents}
        </Button>
        <CloseButton size="sm" aria-label={words.help.close} onClick={close} />
      </div>
      <TextInput
        size="xs"
        type="search"
        placeholder={words.help.search}
        aria-label={words.help.search}
        value={search}
        onChange={(event) => useHelp.setState({ search: event.currentTarget.value })}
      />
      <PageBody>
        {search.trim() === '' ? <Page /> : <FoundPages found={searchPages(pages, search)} />}
      </PageBody>
    </aside>
  )
}

/** A page that is turned to is read from its top, and by a screen reader from its heading. */
function PageBody({ children }: { readonly children: React.ReactNode }) {
  const page = useHelp((state) => state.page)
  const body = useRef<HTMLElement>(null)
  useEffect(() => {
    if (page.kind === 'glossary' && page.term !== null) return
    body.current?.scrollTo({ top: 0 })
  }, [page])
  const label = useWords().help.title
  return (
    <section className={styles.body} ref={body} tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}

function Page() {
  const page = useHelp((state) => state.page)
  switch (page.kind) {
    case 'contents':
      return <Contents />
    case 'screen':
      return <ScreenHelpPage screen={page.id} />
    case 'formula':
      return <FormulaHelp id={page.id} />
    case 'formulas':
      return <FormulaList />
    case 'glossary':
      return <GlossaryHelp term={page.term} />
    default:
      return page satisfies never
  }
}
