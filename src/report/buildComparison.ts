import { catalogSeen, planCatalog } from '../catalog/planCatalog.ts'
import type { AfterTax } from '../engine/results/money/afterTax.ts'
import { paidLines } from '../engine/results/money/paidCosts.ts'
import { resultAfterTax } from '../engine/results/money/resultAfterTax.ts'
import type { Catalog } from '../plan/catalog/catalog.ts'
import type { Money } from '../plan/currency.ts'
import { inputDifferences, sourceAt } from '../plan/differences.ts'
import { LAYERS } from '../plan/result/cake.ts'
import type { PlanResult } from '../plan/result/result.ts'
import type { Plan } from '../plan/schema/plan.ts'
import {
  type Cell,
  type Column,
  figure,
  figures,
  type Language,
  type NumberSteps,
  number,
  type ReportDocument,
  type Section,
  type SeriesChart,
  section,
  type Table,
  withTotal,
  words,
} from './document.ts'
import { inCurrency } from './inCurrency.ts'
import { inShippedWords } from './inShippedWords.ts'
import { inNumbers } from './inWan.ts'
import { inputCell, inputNames } from './ledger/inputText.ts'
import type { Named } from './ledger/referenceName.ts'
import { sumOf } from './source.ts'
import { costLineName } from './words/costLineName.ts'
import { sayPlanName } from './words/sayShipped.ts'
import { thingNames } from './words/thingNames.ts'
import { getWords, type ReportWords } from './words/words.ts'

/** A plan or a revision of one; without a result where it is not solved as it stands. */
export interface ComparedPlan {
  readonly name: string
  readonly plan: Plan
  readonly result: PlanResult | null
}

export interface ComparisonOptions {
  readonly day: string
  readonly language: Language
  /** Of a Chinese report; by thousands and millions unless given. */
  readonly numbers?: NumberSteps
  /** Of two to six plans, or what changed from one revision of a plan to another. */
  readonly kind: 'comparison' | 'change'
  /** The currency of all of it, so that plans are told apart by their figures. */
  readonly money: Money
  /** As it was shipped. */
  readonly catalog: Catalog
}

/** Two to six plans side by side: figures, cost lines, builds and the inputs in which they differ. */
export function buildComparison(
  plans: readonly ComparedPlan[],
  { day, language, numbers = 'metric', kind, money, catalog }: ComparisonOptions,
): ReportDocument {
  const all = getWords(language)
  const compared = plans.map((own) => ({ ...own, name: sayPlanName(own.name, language) }))
  const [first] = compared
  // A plan that is not solved has no cost and no builds: neither is nothing.
  const solved = compared.flatMap(({ result, ...own }) => (result ? [{ ...own, result }] : []))
  const measures = measuresOf(
    all,
    new Map(solved.map((own) => [own.plan, resultAfterTax(own.plan, catalog, own.result)])),
  )
  const document: ReportDocument = {
    reportVersion: 2,
    kind,
    language,
    planId: first!.plan.id,
    planName: compared.map(({ name }) => name).join(kind === 'change' ? ' → ' : ' / '),
    description: '',
    revision: '',
    inputsHash: first!.result?.inputsHash ?? '',
    day,
    warning: '',
    sections: [
      plansSection(compared, all),
      outputsSection(compared, solved, measures, all, costLineNames(solved, catalog, language)),
      buildsSection(solved, all),
      inputsSection(compared, all, catalog, language),
    ],
  }
  return inNumbers(inCurrency(inShippedWords(document), money), numbers)
}

function plansSection(compared: readonly ComparedPlan[], { compare: w, method }: ReportWords): Section {
  const differing = inputDifferences(compared.map(({ plan }) => plan)).length
  return section('plans', w.plans, {
    paragraphs: [w.measured(compared[0]!.name), w.changed(figure(differing))],
    tables: [
      {
        id: 'plans',
        title: w.plans,
        columns: [words(w.plan), words(w.status), number(w.gap, 'share'), words(w.hash)],
        rows: compared.map(({ name, result }) => [
          name,
          result ? method.status[result.solver.status] : w.unsolved,
          result?.solver.gapShare ?? null,
          result?.inputsHash ?? '',
        ]),
      },
    ],
  })
}

type Solved = ComparedPlan & { readonly result: PlanResult }
type Measure = readonly [name: string, read: (own: Solved) => number | null, unit: string]

const TOKENS_PER_T = 1e12

/** Figures of the summary, of the plan as a business, and after tax and loans where any of the plans has them. */
function measuresOf(
  { summary: w, economics }: ReportWords,
  taxed: ReadonlyMap<Plan, AfterTax | null>,
): Measure[] {
  const rate = (own: Pick<AfterTax, 'rateOfReturn'> | null | undefined): number | null =>
    own?.rateOfReturn.kind === 'rate' ? own.rateOfReturn.perYear : null
  const after = (name: string, read: (own: AfterTax | null | undefined) => number | null, unit: string) =>
    [name, ({ plan }: Solved) => read(taxed.get(plan)), unit] satisfies Measure
  const business: Measure[] = [
    [economics.netPresentValue, ({ result }) => result.cash?.netPresentValueMusd ?? null, 'M$'],
    [economics.rateOfReturn, ({ result }) => result.cash?.irrPerYear ?? null, 'share'],
    after(economics.valueAfterTax, (own) => own?.netPresentValueMusd ?? null, 'M$'),
    after(economics.returnAfterTax, rate, 'share'),
    after(economics.valueOfOwners, (own) => own?.debt?.netPresentValueMusd ?? null, 'M$'),
    after(economics.returnOfOwners, (own) => rate(own?.debt), 'share'),
  ]
  const measures: (readonly [string, (summary: PlanResult['summary']) => number, string])[] = [
    [w.netPresentCost, (own) => own.netPresentCostMusd, 'M$'],
    [w.levelised, (own) => own.levelisedUsdPerMTok, '$ per million tokens'],
    [w.levelisedOutput, (own) => own.levelisedUsdPerMOutputTok, '$ per million tokens'],
    [w.energyShare, (own) => own.energyShareOfCost, 'share'],
    [w.tokensServed(''), (own) => own.servedTokensPerDayEnd / TOKENS_PER_T, 'T tokens'],
    [w.unserved, (own) => own.unservedShare, 'share'],
    [w.leased, (own) => own.leasedShare, 'share'],
    [w.built(''), (own) => own.builtItMwEnd, 'MW'],
    [w.used(''), (own) => own.usedItMwEnd, 'MW'],
    [w.contracted(''), (own) => own.contractedMwEnd, 'MW'],
  ]
  return [
    ...measures.map(([name, read, unit]): Measure => {
      return [name.replace(/[，,]\s*$/, ''), ({ result }) => read(result.summary), unit]
    }),
    ...business,
  ]
}

function outputsSection(
  compared: readonly ComparedPlan[],
  solved: readonly Solved[],
  measures: readonly Measure[],
  all: ReportWords,
  lineName: (line: string) => string,
): Section {
  const w = all.compare
  const [first, ...others] = compared
  const readFrom = ({ result, ...own }: ComparedPlan, read: Measure[1]) =>
    result ? read({ ...own, result }) : null
  // A figure that none of the plans has is not asked for.
  const asked = measures.filter(([, read]) => solved.some((own) => read(own) !== null))
  const rows = asked.map(([name, read, unit]): Cell[] => {
    const own = readFrom(first!, read)
    return [
      name,
      own === null ? null : figure(own, unit),
      ...others.flatMap((other): Cell[] => {
        const value = readFrom(other, read)
        if (value === null) return [null, null, null]
        const isKnown = own !== null && own !== 0
        return [
          figure(value, unit),
          own === null ? null : figure(value - own, unit),
          isKnown ? figure(value / own - 1, 'share') : null,
        ]
      }),
    ]
  })
  const columns = [
    words(w.figure),
    figures(first!.name),
    ...others.flatMap(({ name }) => [figures(name), figures(w.difference(name)), figures(w.share(name))]),
  ]
  return section('outputs', w.outputs, {
    charts: [layerChart(solved, all)],
    tables: [{ id: 'outputs', title: w.outputs, columns, rows }, costTable(solved, all, lineName)],
  })
}

function layerChart(compared: readonly Solved[], { compare: w, layers }: ReportWords): SeriesChart {
  return {
    title: w.chart,
    kind: 'stack',
    unit: 'M$',
    labels: compared.map(({ name }) => name),
    series: LAYERS.map((layer) => ({
      name: layers[layer].name,
      values: compared.map(({ result }) =>
        sumOf(
          paidLines(result).filter((line) => line.layer === layer),
          (line) => line.presentMusd,
        ),
      ),
    })),
  }
}

/** What a cost line is called, with accelerators, contracts and plant as the first plan that has them calls them. */
function costLineNames(
  compared: readonly Solved[],
  catalog: Catalog,
  language: Language,
): (line: string) => string {
  const { economics } = getWords(language)
  const names = compared.map(({ plan }) => thingNames(plan, planCatalog(plan, catalog), language))
  const first = (kind: 'accelerator' | 'supply') => (id: string) =>
    names.map((own) => own[kind](id)).find((name) => name !== id) ?? id
  return (line) =>
    costLineName(line, economics, { accelerator: first('accelerator'), supply: first('supply') })
}

function costTable(
  compared: readonly Solved[],
  { compare: w, frame }: ReportWords,
  lineName: (line: string) => string,
): Table {
  const lines = compared.map(({ result }) => Map.groupBy(paidLines(result), (line) => line.name))
  const names = [...new Set(lines.flatMap((own) => [...own.keys()]))]
  const rows = names.map((name): Cell[] => [
    lineName(name),
    ...lines.map((own) => sumOf(own.get(name) ?? [], (line) => line.presentMusd)),
  ])
  const columns = [words(w.line), ...compared.map(({ name }) => number(name, 'M$'))]
  return withTotal(frame.total, { id: 'costs', title: w.costs, columns, rows })
}

function buildsSection(compared: readonly ComparedPlan[], { compare: w, frame }: ReportWords): Section {
  const sites = new Map(compared.flatMap(({ plan }) => plan.sites.map(({ id, name }) => [id, name] as const)))
  const rows = [...sites].map(([id, name]): Cell[] => [
    name,
    ...compared.flatMap(({ result }): Cell[] => {
      const end = result?.periods.at(-1)
      const build = result?.builds.find((own) => own.siteId === id && own.period === end)
      return [build?.builtItMw ?? null, build?.contractedMw ?? null]
    }),
  ])
  const columns = [
    words(w.site),
    ...compared.flatMap(({ name }) => [number(w.built(name), 'MW IT'), number(w.contracted(name), 'MW')]),
  ]
  const table = withTotal(frame.total, { id: 'builds', title: w.builds, columns, rows })
  return section('builds', w.builds, { tables: [table] })
}

/** Inputs in which the plans differ, named and told as on the screens, numbers with their units. */
function inputsSection(
  compared: readonly ComparedPlan[],
  { compare: w, assumptions }: ReportWords,
  shipped: Catalog,
  language: Language,
): Section {
  const differences = inputDifferences(compared.map(({ plan }) => plan))
  const last = compared.at(-1)!.plan
  const named = compared.map(({ plan }): Named => {
    const catalog = catalogSeen(plan, shipped)
    return { plan, catalog, names: thingNames(plan, catalog, language) }
  })
  const { fieldWords, inputWords } = assumptions
  const said = { fieldWords, ...inputWords }
  return section('inputs', w.inputs, {
    paragraphs: differences.length === 0 ? [w.same] : [],
    tables: [
      {
        id: 'inputs',
        title: w.inputs,
        columns: [
          words(w.field),
          ...compared.map(({ name }): Column => ({ title: name, kind: 'figure', unit: '' })),
          words(w.source),
        ],
        rows: differences.map(({ path, values }): Cell[] => [
          inputNames(named, path, said).join(' · '),
          ...values.map((value, index) => inputCell(named[index]!, path, value, said)),
          sourceAt(last, path),
        ]),
        isAppendix: true,
      },
    ],
  })
}
