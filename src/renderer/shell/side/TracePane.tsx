import { CloseButton } from '@mantine/core'
import type { Trace, TraceInput } from '../../../engine/trace/trace.ts'
import { isMoneyUnit } from '../../../plan/currency.ts'
import { FORMULAS } from '../../../plan/formulas/formulas.ts'
import { formatNumber } from '../../format/numbers.ts'
import { PageLink } from '../../help/HelpLists.tsx'
import { useFigureText } from '../../parts/useFigureText.ts'
import { usePanes } from '../../state/view/panes.ts'
import { backToTrace, followTrace, useTraceOf, useTraces } from '../../state/view/tracing.ts'
import { useTraceLabel } from '../../state/view/useTraceLabel.ts'
import { type ChoiceWord, useWords } from '../../words/useWords.ts'
import styles from './side.module.css'
import { TraceRate } from './TraceRate.tsx'
import { TraceSource } from './TraceSource.tsx'
import { useChangeText } from './useChangeText.ts'

const DIGITS = 5

/** How the figure that was pressed comes about: formula, inputs with their sources, and the figures below it. */
export function TracePane() {
  const words = useWords()
  const of = useTraceOf()
  const traces = useTraces()
  const trace = traces.at(-1)
  return (
    <aside className={styles.side} aria-label={words.trace.title}>
      <div className={styles.head}>
        <h2>{words.trace.title}</h2>
        <CloseButton
          size="sm"
          aria-label={words.trace.close}
          onClick={() => usePanes.setState({ side: null })}
        />
      </div>
      {of?.name !== undefined && <p className={styles.soft}>{words.trace.ofPlan(of.name)}</p>}
      {traces.length > 1 && <Trail traces={traces.slice(0, -1)} />}
      {trace ? <Shown trace={trace} /> : <p className={styles.soft}>{words.trace.none}</p>}
    </aside>
  )
}

function Trail({ traces }: { readonly traces: readonly (Trace | null)[] }) {
  const words = useWords().trace
  const label = useTraceLabel()
  return (
    <nav className={styles.trail} aria-label={words.trail}>
      {traces.map((trace, place) => (
        <button type="button" key={place} onClick={() => backToTrace(place)}>
          ‹ {trace ? label(trace) : words.none}
        </button>
      ))}
    </nav>
  )
}

function Shown({ trace }: { readonly trace: Trace }) {
  const words = useWords()
  const textOf = useValueText()
  const label = useTraceLabel()
  const [value, unit] = textOf(trace.value, trace.unit)
  const formula = FORMULAS[trace.formula]
  const said = words.formulas[trace.formula]
  return (
    <>
      <p className={styles.traceName}>{label(trace)}</p>
      <p className={styles.traceValue}>
        {value} <span>{unit}</span>
      </p>
      <h3>
        <PageLink page={{ kind: 'formula', id: trace.formula }}>{said.title}</PageLink>
      </h3>
      <code className={styles.expression}>{words.help.formulaText.expression(formula.expression)}</code>
      <p className={styles.soft}>{said.what}</p>
      {trace.found ? (
        <p className={styles.soft}>{words.trace.found[trace.found]}</p>
      ) : (
        trace.isDecided && <p className={styles.soft}>{words.trace.decided}</p>
      )}
      <details className={styles.symbols}>
        <summary>{words.trace.symbols}</summary>
        <dl>
          {Object.entries<string>(said.symbols).map(([symbol, meaning]) => (
            <div key={symbol}>
              <dt>{symbol}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p>
          {words.trace.formulaSource(words.help.formulaText.source(formula.source))}{' '}
          <code>{trace.formula}</code>
        </p>
      </details>
      <h3>{words.trace.inputs}</h3>
      <ul className={styles.inputs}>
        {trace.inputs.map((input, index) => (
          <Input key={index} input={input} />
        ))}
        {[trace, ...trace.inputs].some(({ unit }) => isMoneyUnit(unit)) && <TraceRate />}
      </ul>
      {!trace.isDecided && (
        <p className={styles.soft}>
          {words.trace.again(textOf(trace.recomputed, trace.unit).join(' ').trim())}
        </p>
      )}
    </>
  )
}

function Input({ input }: { readonly input: TraceInput }) {
  const label = useTraceLabel()
  const textOf = useValueText()
  const changed = useChangeText()(input)
  const { ref, unit, value, isOfFirst } = input
  const shown = changed?.value ?? textOf(value, unit).join(' ').trim()
  return (
    <li>
      <span>{changed?.name ?? label(input)}</span>
      {ref === undefined ? (
        <b>{shown}</b>
      ) : (
        <button type="button" onClick={() => followTrace(ref, isOfFirst)}>
          {shown} ›
        </button>
      )}
      <TraceSource input={input} />
    </li>
  )
}

/** The value of a trace and the unit beside it, empty where it has none of its own. */
function useValueText(): (
  value: number | string | null,
  unit: string,
) => readonly [value: string, unit: string] {
  const figureText = useFigureText()
  const { choices } = useWords()
  return (value, unit) => {
    if (typeof value === 'string')
      return [
        Object.hasOwn(choices, value) ? choices[value as ChoiceWord] : value,
        unit === 'share' ? '' : figureText(unit, null).unit,
      ]
    if (unit === 'share')
      return [value === null ? formatNumber(value) : `${formatNumber(value * 100, DIGITS)} %`, '']
    const text = figureText(unit, value, DIGITS)
    return [text.number, text.unit]
  }
}
