import { ownUtilisation } from '../../engine/results/money/moneyView.ts'
import { levelisedAt } from '../../engine/results/money/utilisationCost.ts'
import { type Cell, type Chart, figure, number, type Paragraph, type Table, words } from '../document.ts'
import type { Source } from '../source.ts'

const SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]
const USD = '$ per million tokens'

interface Parts {
  readonly paragraphs: readonly Paragraph[]
  readonly charts: readonly Chart[]
  readonly tables: readonly Table[]
}

/** What a million tokens of the own sites cost at other utilisations; nothing where they serve nothing. */
export function utilisationParts(source: Source): Parts {
  const w = source.words.economics
  const own = ownUtilisation(source.inputs(), source.result)
  if (!own) return { paragraphs: [], charts: [], tables: [] }
  const variable = (own.variableMusd * 1e6) / own.mTok
  const row = (name: string, share: number): Cell[] => {
    const all = levelisedAt(own, share)
    return [name, share, all - variable, variable, all]
  }
  const rows = [...SHARES.map((share) => row(w.whatIf, share)), row(w.asPlanned, own.utilisation)]
  rows.sort((a, b) => Number(a[1]) - Number(b[1]))
  const ofPlan = levelisedAt(own, own.utilisation)
  return {
    paragraphs: [
      w.atUtilisation(figure(own.utilisation, 'share'), figure(ofPlan, USD), figure(variable, USD)),
    ],
    charts: [
      {
        ...{ title: w.utilisationTitle, kind: 'lines', unit: USD },
        labels: SHARES.map((share) => `${Math.round(share * 100)} %`),
        series: [
          { name: w.allCosts, values: SHARES.map((share) => levelisedAt(own, share)) },
          { name: w.variableCost, values: SHARES.map(() => variable) },
        ],
      },
    ],
    tables: [
      {
        id: 'utilisation',
        title: w.utilisationTitle,
        columns: [
          words(w.case),
          number(w.utilisation, 'share'),
          number(w.fixedCost, USD),
          number(w.variableCost, USD),
          number(w.allCosts, USD, '[2]+[3]'),
        ],
        rows,
      },
    ],
  }
}
