import { LAYERS, type PlanResult } from '../../../plan/result/result.ts'
import { formatAmount, formatNumber, formatShare, formatUsd } from '../../format/numbers.ts'
import { type DataColumn, DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useWords } from '../../words/useWords.ts'
import type { Compared } from './compared.ts'
import { type Difference, inputDifferences } from './differences.ts'

interface Output {
  readonly name: string
  readonly read: (result: PlanResult) => number
  readonly show: (value: number) => string
}

/** What came out, each plan against the first. Cost by layer adds up to the whole, and so do its differences. */
export function OutputTable({ compared }: { readonly compared: readonly Compared[] }) {
  const words = useWords()
  const ofLayer = (result: PlanResult, layer: string): number =>
    result.costs.filter((line) => line.layer === layer).reduce((sum, line) => sum + line.presentMusd, 0)
  const musd = (value: number): string => formatUsd(value * 1e6, 4)
  const outputs: Output[] = [
    {
      name: words.overview.levelised,
      read: ({ summary }) => summary.levelisedUsdPerMTok,
      show: (value) => formatUsd(value),
    },
    {
      name: words.compare.objective,
      read: ({ costs }) => costs.reduce((sum, line) => sum + line.presentMusd, 0),
      show: musd,
    },
    ...LAYERS.map((layer) => ({
      name: words.compare.costOf(words.layers[layer].name),
      read: (result: PlanResult) => ofLayer(result, layer),
      show: musd,
    })),
    {
      name: words.overview.tokensADay,
      read: ({ summary }) => summary.servedTokensPerDayEnd,
      show: (value) => formatAmount(value),
    },
    {
      name: words.compare.unserved,
      read: ({ summary }) => summary.unservedShare,
      show: (value) => formatShare(value, 2),
    },
    {
      name: words.compare.leased,
      read: ({ summary }) => summary.leasedShare,
      show: (value) => formatShare(value, 1),
    },
    {
      name: words.compare.builtMw,
      read: ({ summary }) => summary.builtItMwEnd,
      show: (value) => formatNumber(value),
    },
    {
      name: words.compare.contractedMw,
      read: ({ summary }) => summary.contractedMwEnd,
      show: (value) => formatNumber(value),
    },
    { name: words.solve.gap, read: ({ solver }) => solver.gapShare, show: (value) => formatShare(value, 2) },
  ]
  const base = compared[0]!.result
  const columns: DataColumn<Output>[] = [
    { head: words.compare.output, read: (output) => output.name },
    ...compared.map(
      ({ plan, result }, index): DataColumn<Output> => ({
        head: `${index + 1} ${plan.name}`,
        isNumber: true,
        read: (output) => {
          if (!result) return words.compare.unsolved
          const value = output.read(result)
          if (index === 0 || !base) return output.show(value)
          return `${output.show(value)}  ${change(value, output.read(base))}`
        },
      }),
    ),
  ]
  return (
    <Panel title={words.compare.outputs} note={words.compare.againstFirst}>
      <DataTable label={words.compare.outputs} columns={columns} items={outputs} />
    </Panel>
  )
}

/** With its direction, so that it does not rest on colour: ▲ 4.2 %. */
function change(value: number, base: number): string {
  if (Math.abs(value - base) < 1e-12) return '='
  if (Math.abs(base) < 1e-12) return value > base ? '▲' : '▼'
  const share = (value - base) / Math.abs(base)
  return `${share > 0 ? '▲' : '▼'} ${formatShare(Math.abs(share), 1)}`
}

/** What was put in, where the plans do not agree. */
export function InputTable({ compared }: { readonly compared: readonly Compared[] }) {
  const words = useWords().compare
  const items = inputDifferences(compared.map((own) => own.plan))
  const columns: DataColumn<Difference>[] = [
    { head: words.field, read: (item) => item.path },
    ...compared.map(
      ({ plan }, index): DataColumn<Difference> => ({
        head: `${index + 1} ${plan.name}`,
        read: (item) => item.values[index] ?? '—',
      }),
    ),
  ]
  return (
    <Panel
      title={words.inputs}
      note={items.length === 0 ? words.noDifference : words.differ(String(items.length))}
    >
      <DataTable label={words.inputs} columns={columns} items={items.slice(0, 500)} />
    </Panel>
  )
}
