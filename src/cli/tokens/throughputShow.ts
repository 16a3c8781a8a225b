import type { Anchor } from '../../engine/throughput/anchors/anchorStep.ts'
import { throughputCurve } from '../../engine/throughput/curve.ts'
import {
  type AnchoredSystem,
  predictSystem,
} from '../../engine/throughput/disaggregated/disaggregatedAnchors.ts'
import { type DeployedExplanation, explainDeployed } from '../../engine/throughput/explain/explainDeployed.ts'
import { shippedFactors } from '../../engine/throughput/factors/shippedFactors.ts'
import {
  type DeployedPrediction,
  predictDeployedBand,
  prefillUsed,
} from '../../engine/throughput/predictDeployed.ts'
import type { ServingPrediction, ServingQuery } from '../../engine/throughput/query.ts'
import type { Prefill } from '../../plan/schema/supply.ts'
import { EXIT } from '../arguments/exit.ts'

/** What is asked of one pair, once for each way to read prompts. */
export interface Asked {
  readonly query: ServingQuery
  readonly anchors: readonly Anchor[]
  readonly prefills: readonly Prefill[]
  readonly isJson: boolean
}

/** Prints one answer for each way to read prompts: as JSON the one, or an object of them. */
function show<Answer>(
  { prefills, isJson }: Asked,
  answerOf: (prefill: Prefill) => Answer,
  describe: (answer: Answer, prefill: Prefill) => string,
  isServed: (answer: Answer) => boolean,
): number {
  const answers = prefills.map((prefill) => [prefill, answerOf(prefill)] as const)
  const [first] = answers
  if (isJson)
    console.log(JSON.stringify(answers.length === 1 ? first![1] : Object.fromEntries(answers), null, 2))
  else console.log(answers.map(([prefill, answer]) => describe(answer, prefill)).join('\n\n'))
  return answers.some(([, answer]) => isServed(answer)) ? EXIT.done : EXIT.infeasible
}

export function showPoint(asked: Asked): number {
  const { query, anchors } = asked
  return show<DeployedPrediction | AnchoredSystem>(
    asked,
    (prefill) =>
      prefill === 'disaggregated'
        ? predictSystem(query, shippedFactors(), anchors)
        : predictDeployedBand(query, prefill, shippedFactors(), anchors),
    (own) => ('prefillShare' in own ? describeSystem(query, own) : describeDeployed(query, own)),
    (own) => own.isFeasible,
  )
}

/** Beyond this a target makes the band visibly wider. */
const STEEP = 1.02

export function showExplanation(asked: Asked): number {
  const { query, anchors } = asked
  return show(
    asked,
    (prefill) => explainDeployed(query, prefill, anchors),
    (own) => describeExplanation(query, own),
    (own) => own.prediction.isFeasible,
  )
}

function describeExplanation(query: ServingQuery, own: DeployedExplanation): string {
  const { prediction, band } = own
  const { system } = prediction
  const said = system === null ? 'steps take' : 'speeds are'
  const than = system === null ? 'the model alone says' : 'is derived'
  const near =
    prediction.anchor === null
      ? 'no measured run of this pair is given'
      : `${prediction.anchor} lies near: ${said} ${round(own.anchorFactor)} times what ${than}`
  return [
    describeDeployed(query, prediction),
    '',
    `  parts of a step${system === null ? ' ' : ' of answers'}         ms   share`,
    ...own.parts.map(
      ({ part, ms, share }) =>
        `  ${part.padEnd(18)}${round(ms).padStart(9)}${`${(100 * share).toFixed(1)} %`.padStart(8)}`,
    ),
    '',
    system === null
      ? `  familiarity  ${own.familiarity}: a band of ${band.p10.toFixed(2)} to ${band.p90.toFixed(2)} held ${(100 * band.coverage).toFixed(0)} % of ${band.rows} rows kept out of the fit`
      : `  derived      from either kind alone: ${band.p10.toFixed(2)} to ${band.p90.toFixed(2)} held ${(100 * band.coverage).toFixed(0)} % of ${band.rows} measured systems; one prompt takes ${round(system.promptMs)} ms, those that read them are busy for ${round(100 * system.prefillBusyShare)} % of their time`,
    ...(own.isNewPrecision && system === null
      ? [`  precision    no measured row had ${query.precision} so: the band is wider, the grade at most B`]
      : []),
    ...(own.isNewSetup && system === null
      ? ['  software     no measured row was run so on such hardware: the band is wider, the grade at most B']
      : []),
    ...(own.elasticity > STEEP
      ? [
          `  targets      tokens fall ${round(own.elasticity)} % where a step takes 1 % longer: the band is wider by as much`,
        ]
      : []),
    `  runs         ${near}`,
    `  sources      ${query.accelerator.source} (${query.accelerator.grade}); ${query.model.source} (${query.model.grade})`,
  ].join('\n')
}

function describeDeployed(query: ServingQuery, own: DeployedPrediction): string {
  return own.system === null ? describePoint(query, own) : describeSystem(query, own.system)
}

function describePoint(query: ServingQuery, own: ServingPrediction): string {
  const head = `${query.model.model} on ${own.accelCount} x ${query.accelerator.accelerator}, ${query.precision}, ${query.inputTokens} tokens in, ${query.outputTokens} out`
  if (!own.isFeasible) {
    const why = own.concurrencyMemoryLimit < 1 ? 'the memory holds no sequence' : 'the targets cannot be met'
    return `${head}\n  cannot be served: ${why}`
  }
  const energy =
    own.joulePerOutputToken === null
      ? 'no rating in the catalog'
      : `${round(own.powerW)} W per accelerator (board), ${round(own.joulePerOutputToken)} J per output token`
  return [
    head,
    `  output       ${round(own.outputTokSPerAccel)} tokens/s per accelerator (P10 ${round(own.p10OutputTokSPerAccel)}, P90 ${round(own.p90OutputTokSPerAccel)}; grade ${own.grade})`,
    `  with input   ${round(own.totalTokSPerAccel)} tokens/s per accelerator`,
    `  concurrency  ${own.batch} sequences per replica (memory holds ${own.concurrencyMemoryLimit})`,
    `  TPOT         ${round(own.tpotMs)} ms`,
    `  TTFT         ${round(own.ttftMs)} ms (P10 ${round(own.ttftP10Ms)}, P90 ${round(own.ttftP90Ms)})`,
    `  memory       ${round(own.memoryUsedGb)} GB of ${query.accelerator.memoryGb} GB`,
    `  power        ${energy}`,
  ].join('\n')
}

function describeSystem(query: ServingQuery, own: AnchoredSystem): string {
  if (!own.isFeasible) return 'cannot be served: the memory or the targets do not allow it'
  return [
    `${query.model.model} on ${query.accelerator.accelerator}, ${query.precision}: ${own.prefillAccelCount} for prompts, ${own.decodeAccelCount} for answers`,
    `  output       ${round(own.outputTokSPerAccel)} tokens/s per accelerator (P10 ${round(own.p10OutputTokSPerAccel)}, P90 ${round(own.p90OutputTokSPerAccel)}; grade C)`,
    ...(own.anchor === null ? [] : [`  runs         ${own.anchor} lies nearest: drawn towards it`]),
    `  prompts on   ${round(100 * own.prefillShare)} % of the accelerators`,
    `  concurrency  ${Math.round(own.batch)} sequences per decode replica`,
    `  TPOT         ${round(own.tpotMs)} ms`,
    `  TTFT         ${round(own.ttftMs)} ms`,
  ].join('\n')
}

export function showCurve(asked: Asked): number {
  const { query, anchors } = asked
  return show(
    asked,
    (prefill) => throughputCurve(query, shippedFactors(), anchors, prefill),
    describeCurve,
    (points) => points.length > 0,
  )
}

function describeCurve(points: readonly DeployedPrediction[]): string {
  const rows = points.map((own) => {
    const cells = [own.accelCount, own.batch, round(1000 / own.tpotMs), round(own.tpotMs), prefillUsed(own)]
    const widths = [12, 13, 15, 9, 15]
    const left = cells.map((cell, index) => String(cell).padStart(widths[index]!)).join('')
    return `${left}  ${round(own.outputTokSPerAccel)} (${round(own.p10OutputTokSPerAccel)}-${round(own.p90OutputTokSPerAccel)})`
  })
  return [
    'accelerators  concurrency  tokens/s/user  TPOT ms        prefill  output tokens/s per accelerator (P10-P90)',
    ...rows,
  ].join('\n')
}

/** Three significant digits, without an exponent. */
function round(value: number | null): string {
  return value === null ? '-' : String(Number(value.toPrecision(3)))
}
