import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { findModel } from '../../../catalog/find.ts'
import { toColumn } from '../../../catalog/toColumn.ts'
import { planUnit } from '../../../engine/pairs/planUnit.ts'
import {
  type AnchoredSystem,
  accelSeconds,
} from '../../../engine/throughput/disaggregated/disaggregatedAnchors.ts'
import {
  type DeployedExplanation,
  explainDeployed,
} from '../../../engine/throughput/explain/explainDeployed.ts'
import type { DeployedQuery } from '../../../engine/throughput/predictDeployed.ts'
import { PlanModel } from '../../../plan/schema/supply.ts'
import { formatNumber, formatSeconds, formatShare } from '../../format/numbers.ts'
import { clauses, listed, said, wordGap } from '../../format/punctuation.ts'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { editPlan } from '../../state/plan/edits.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { useColumnName } from '../catalog/useColumnName.ts'
import { useAnchors, usePair } from './pair.ts'

/** Where a speed comes from: inputs with their sources, the formula part by part, the band, and measured runs near it. */
export function Explanation() {
  const words = useWords().serving
  const query = usePair((state) => state.explained)
  return (
    <Modal
      opened={query !== null}
      onClose={() => usePair.setState({ explained: null })}
      size="xl"
      title={query ? words.explained(query.model.model, query.accelerator.accelerator) : ''}
    >
      {query && (
        <Stack gap="md">
          <Trace query={query} />
          <IntoPlan query={query} />
        </Stack>
      )}
    </Modal>
  )
}

/** Beyond this a target makes the band visibly wider. */
const STEEP = 1.02

function Trace({ query }: { readonly query: DeployedQuery }) {
  const words = useWords().serving
  const nameOfColumn = useColumnName()
  const explained = explainDeployed(query, query.prefill, useAnchors())
  const { prediction, parts, band, familiarity } = explained
  const percent = (share: number) => formatShare(share)
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600}>
        {`${formatNumber(prediction.outputTokSPerAccel, 4)} ${words.perAccel} = ${sumOf(explained, query)}`}
      </Text>
      <Text size="sm">{prediction.system === null ? words.formula : words.formulaApart}</Text>
      <DataTable
        label={words.part}
        items={parts}
        columns={[
          { head: words.part, read: ({ part }) => words.parts[part] },
          { head: words.time, number: ({ ms }) => ms },
          { head: words.share, isNumber: true, read: ({ share }) => formatShare(share, 1) },
        ]}
      />
      <Text size="sm">
        {prediction.system === null ? words.because[familiarity] : apartSentence(prediction.system, words)}
        {wordGap()}
        {explained.isNewPrecision && prediction.system === null && `${words.newPrecision}${wordGap()}`}
        {explained.isNewSetup && prediction.system === null && `${words.newSetup}${wordGap()}`}
        {words.bandHeld(
          percent(band.p10),
          percent(band.p90),
          percent(band.coverage),
          formatNumber(band.rows, 6),
        )}
        {wordGap()}
        {explained.elasticity > STEEP && `${words.steep(formatNumber(explained.elasticity))}${wordGap()}`}
        {anchorSentence(explained, words)}
        {wordGap()}
        {words.limits(
          formatNumber(prediction.concurrencyLatencyLimit, 5),
          formatNumber(prediction.concurrencyMemoryLimit, 5),
        )}
      </Text>
      <DataTable
        label={words.inputs}
        items={inputsOf(query, words, nameOfColumn)}
        columns={[
          { head: words.input, read: ({ name }) => name },
          { head: words.value, isNumber: true, read: ({ value }) => value },
          { head: words.grade, read: ({ grade }) => grade },
          { head: words.source, read: ({ source }) => source },
        ]}
      />
    </Stack>
  )
}

/** Takes the pair's parts into the plan, where it has them not yet. */
function IntoPlan({ query: { accelerator, model } }: { readonly query: DeployedQuery }) {
  const words = useWords().serving
  const { plan, catalog } = usePlan()
  const unit = planUnit(accelerator, catalog, plan)
  const addAccelerator = (own: NonNullable<typeof unit>): void =>
    void editPlan(words.changed(own.id), (draft) => {
      draft.accelerators.push(own)
    }).then(() => usePair.setState({ acceleratorId: accelerator.id, explained: null }))
  const addModel = (): void =>
    void editPlan(words.changed(model.id), (draft) => {
      draft.models.push(PlanModel.parse({ id: model.id, catalogModelId: model.id, quality: USUAL_QUALITY }))
    }).then(() => usePair.setState({ modelId: model.id, explained: null }))
  const hasModel = plan.models.some((own) => findModel(catalog, own.catalogModelId)?.id === model.id)
  return (
    <Group justify="end">
      {!hasModel && (
        <Button size="xs" variant="default" onClick={addModel}>
          {words.intoPlan(model.model)}
        </Button>
      )}
      {unit && (
        <Button size="xs" variant="default" onClick={() => addAccelerator(unit)}>
          {words.intoPlan(accelerator.accelerator)}
        </Button>
      )}
    </Group>
  )
}

/** Until the planner says better. */
const USUAL_QUALITY = 0.5

type Words = ReturnType<typeof useWords>['serving']

function anchorSentence({ prediction, anchorFactor }: DeployedExplanation, words: Words): string {
  if (prediction.anchor === null) return words.notAnchored
  const said = prediction.system === null ? words.anchored : words.anchoredApart
  return said(prediction.anchor, formatNumber(anchorFactor))
}

/** The speed from its figures: sequences over a step, or output tokens of a call over what it takes of either kind. */
function sumOf({ prediction }: DeployedExplanation, { outputTokens }: DeployedQuery): string {
  const { system, batch, tpotMs, accelCount } = prediction
  if (system === null) return `${formatNumber(batch)} ÷ ${formatNumber(tpotMs)} ms ÷ ${accelCount}`
  const { prompts, answers } = accelSeconds(system, outputTokens)
  const sum = `${outputTokens} ÷ (${formatSeconds(prompts)} + ${formatSeconds(answers)})`
  return system.anchor === null ? sum : `${formatNumber(system.anchorFactor)} × ${sum}`
}

function apartSentence(system: AnchoredSystem, words: Words): string {
  return words.apart(
    formatShare(system.prefillShare),
    formatNumber(system.promptMs),
    formatShare(system.prefillBusyShare),
  )
}

interface Input {
  readonly name: string
  readonly value: string
  readonly grade: string
  readonly source: string
}

/** As the files of the catalog name them. */
const ACCELERATOR_COLUMNS = [
  ...['memory_gb', 'mem_bw_tb_s', 'bf16_tflops_dense', 'fp8_tflops_dense', 'fp4_tflops_dense'],
  ...['scaleup_gb_s_unidir', 'scaleup_domain_size', 'tdp_w'],
]
const MODEL_COLUMNS = [
  ...['total_params_b', 'active_params_b', 'layers', 'hidden', 'kv_elems_per_token', 'n_experts', 'top_k'],
]

/** Values of the two catalog rows, and the conditions. */
function inputsOf(
  { accelerator, model, ...query }: DeployedQuery,
  words: Words,
  nameOfColumn: (column: string) => string,
): Input[] {
  const of = (row: typeof accelerator | typeof model, name: string, column: string): Input[] => {
    const value: unknown = Reflect.get(row, toColumn(column))
    if (typeof value !== 'number') return []
    const isEstimate = row.estimatedFields.map(toColumn).includes(toColumn(column))
    return [
      {
        name: said(name, nameOfColumn(column)),
        value: formatNumber(value, 5),
        grade: isEstimate ? listed(['C', words.estimate]) : row.grade,
        source: isEstimate ? (row.notes ?? row.source) : row.source,
      },
    ]
  }
  const conditions = clauses([
    query.precision,
    words.prefills[query.prefill ?? 'chunked'],
    `${query.inputTokens} / ${query.outputTokens}`,
    `${query.ttftMs ?? '—'} / ${query.tpotMs ?? '—'} ms`,
  ])
  return [
    { name: words.conditions, value: conditions, grade: '', source: '' },
    ...ACCELERATOR_COLUMNS.flatMap((column) => of(accelerator, words.accelerator, column)),
    ...MODEL_COLUMNS.flatMap((column) => of(model, words.model, column)),
  ]
}
