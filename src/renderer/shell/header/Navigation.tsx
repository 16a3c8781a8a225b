import { useEffect, useRef } from 'react'
import { LAYERS, type LayerName } from '../../../plan/result/cake.ts'
import { useSession } from '../../state/plan/session.ts'
import { go, useRoute } from '../../state/view/route.ts'
import type { Screen } from '../../state/view/screens.ts'
import { useWords } from '../../words/useWords.ts'
import styles from '../shell.module.css'

/** Overview, the seven layers from the demand down, results and the plan. */
export function Navigation() {
  const words = useWords()
  const binding = useBindingLayers()
  return (
    <nav className={styles.nav} aria-label={words.shell.mainMenu}>
      <Item screen="overview" label={words.shell.overview} />
      <h2>{words.shell.layers}</h2>
      <div data-tour="layers">
        {LAYERS.map((layer, index) => (
          <Item key={layer} screen={layer} label={words.layers[layer].name} number={LAYERS.length - index}>
            {binding && (
              <span
                className={`${styles.dot} ${binding.has(layer) ? styles.dotBinding : ''}`}
                data-keeps-color
              />
            )}
          </Item>
        ))}
      </div>
      <h2>{words.shell.results}</h2>
      <Item screen="build-out" label={words.shell.buildOut} />
      <Item screen="sites" label={words.shell.sites} />
      <Item screen="flows" label={words.shell.flows} />
      <Item screen="money" label={words.shell.money} />
      <Item screen="why" label={words.why.title} />
      <Item screen="audit" label={words.shell.audit} />
      <h2>{words.shell.decide}</h2>
      <div data-tour="decide">
        <Item screen="vary" label={words.vary.title} />
        <Item screen="compare" label={words.shell.compare} />
        <Item screen="report" label={words.shell.report} />
      </div>
      <h2>{words.shell.plan}</h2>
      <Item screen="plan" label={words.shell.planSettings} />
      <Item screen="catalog" label={words.shell.catalog} />
      <Item screen="exchange" label={words.shell.exchange} />
      <Item screen="library" label={words.shell.library} />
    </nav>
  )
}

interface ItemProps {
  readonly screen: Screen
  readonly label: string
  readonly number?: number
  readonly children?: React.ReactNode
}

function Item({ screen, label, number, children }: ItemProps) {
  const isCurrent = useRoute((state) => state.screen === screen)
  const button = useRef<HTMLButtonElement>(null)
  // In a narrow window the menu is one line that scrolls.
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [isCurrent])
  return (
    <button
      ref={button}
      type="button"
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => go(screen)}
    >
      <i aria-hidden="true">{number}</i>
      {label}
      {children}
    </button>
  )
}

/** Layers that bind anywhere in the plan's result; null before there is one. */
function useBindingLayers(): ReadonlySet<LayerName> | null {
  const result = useSession((state) => state.kept?.result)
  return result ? new Set(result.binding.map((item) => item.layer)) : null
}
