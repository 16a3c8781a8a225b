import { AGAIN_FORMULAS } from '../../plan/formulas/again.ts'
import { BILL_FORMULAS } from '../../plan/formulas/bill.ts'
import type { Formula } from '../../plan/formulas/formula.ts'
import { FORMULAS, type FormulaId } from '../../plan/formulas/formulas.ts'
import { INPUT_FORMULAS } from '../../plan/formulas/inputs.ts'
import { MONEY_FORMULAS } from '../../plan/formulas/money.ts'
import { SITE_FORMULAS } from '../../plan/formulas/site.ts'
import { TAX_FORMULAS } from '../../plan/formulas/taxDebt.ts'
import { TOKEN_FORMULAS } from '../../plan/formulas/tokens.ts'
import { screenName } from '../commands/screenName.ts'
import { SCREENS } from '../state/view/screens.ts'
import { useWords } from '../words/useWords.ts'
import { Expression } from './Expression.tsx'
import { PageLink } from './HelpLists.tsx'
import styles from './help.module.css'
import { TOPICS } from './topics.ts'

/** One formula: in symbols, each with its unit, where it comes from and where it is computed and checked. */
export function FormulaHelp({ id }: { readonly id: FormulaId }) {
  const words = useWords()
  const { help } = words
  const { title, what, symbols } = words.formulas[id]
  const { expression, unit, symbols: units, code, audit, source }: Formula = FORMULAS[id]
  const meanings: Readonly<Record<string, string>> = symbols
  const seenOn = SCREENS.filter((screen) => TOPICS[screen].formulas.some((own) => own === id))
  return (
    <>
      <h3>{title}</h3>
      <p>{what}</p>
      <p className={styles.formula}>
        {help.formulaText
          .expression(expression)
          .split(';  ')
          .map((line) => (
            <span key={line}>
              <Expression text={line} />
            </span>
          ))}
      </p>
      <table className={styles.symbols} aria-label={words.trace.symbols}>
        <thead>
          <tr>
            <th scope="col">{help.symbol}</th>
            <th scope="col">{help.meaning}</th>
            <th scope="col">{help.unit}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(units).map(([symbol, own]) => (
            <tr key={symbol}>
              <th scope="row">
                <Expression text={symbol} />
              </th>
              <td>{meanings[symbol]}</td>
              <td>{help.formulaText.unit(own)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={styles.facts}>
        {unit !== '' && <Fact name={help.unit}>{help.formulaText.unit(unit)}</Fact>}
        <Fact name={help.source}>{help.formulaText.source(source)}</Fact>
        <Fact name={help.code}>
          <code>src/{code}</code>
        </Fact>
        <Fact name={help.audit}>{audit === null ? help.noAudit : <code>src/{audit}</code>}</Fact>
        {seenOn.length > 0 && (
          <Fact name={help.usedOn}>
            {seenOn.map((screen) => (
              <PageLink key={screen} page={{ kind: 'screen', id: screen }}>
                {screenName(words, screen)}
              </PageLink>
            ))}
          </Fact>
        )}
      </dl>
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const GROUPS = {
  tokens: TOKEN_FORMULAS,
  site: SITE_FORMULAS,
  money: MONEY_FORMULAS,
  tax: TAX_FORMULAS,
  bill: BILL_FORMULAS,
  inputs: INPUT_FORMULAS,
  again: AGAIN_FORMULAS,
} as const
const GROUP_IDS = Object.keys(GROUPS) as readonly (keyof typeof GROUPS)[]

export function FormulaList() {
  const words = useWords()
  return (
    <>
      <h3>{words.help.formulasTitle}</h3>
      {GROUP_IDS.map((group) => (
        <section key={group} aria-label={words.help.formulaGroups[group]}>
          <h4>{words.help.formulaGroups[group]}</h4>
          <ul className={styles.links}>
            {(Object.keys(GROUPS[group]) as FormulaId[]).map((id) => (
              <li key={id}>
                <PageLink page={{ kind: 'formula', id }}>{words.formulas[id].title}</PageLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
