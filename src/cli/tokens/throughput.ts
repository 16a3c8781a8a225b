import { parseArgs } from 'node:util'
import { getAccelerator, getModel } from '../../catalog/find.ts'
import type { Anchor } from '../../engine/throughput/anchors.ts'
import { bestPrecision } from '../../engine/throughput/bestPrecision.ts'
import { throughputCurve } from '../../engine/throughput/curve.ts'
import { predictSystem } from '../../engine/throughput/disaggregatedAnchors.ts'
import { explainServing } from '../../engine/throughput/explainServing.ts'
import { predictServing } from '../../engine/throughput/predictServing.ts'
import { PRECISIONS, type ServingPrediction, type ServingQuery } from '../../engine/throughput/query.ts'
import { shippedFactors } from '../../engine/throughput/shippedFactors.ts'
import { EXIT } from '../arguments/exit.ts'
import { need, readChoice, readNumber } from '../arguments/options.ts'
import { readPlanSight } from '../decide/planSight.ts'
import { throughputBatch } from './throughputBatch.ts'
import { throughputCalibrate } from './throughputCalibrate.ts'
import { throughputImport } from './throughputImport.ts'

const HELP = `tokenworks throughput --model M --accelerator A [options]
tokenworks throughput --batch ROWS [--out FILE]
tokenworks throughput import FILE... [options]
tokenworks throughput calibrate [options]

Tokens per second of a model on an accelerator, with its P10-P90 band.
  --precision P        ${PRECISIONS.join(', ')} (default: the best common one of the hardware)
  --tensor-parallel N  accelerators of one replica (default: the best of the scale-up domain)
  --input, --output N  tokens per request (default 1024 each)
  --cache-hit SHARE    of the input found in the prefix cache (default 0)
  --concurrency N      sequences in flight per replica
  --ttft-ms, --tpot-ms targets at P99; without --concurrency as many sequences as they and the memory allow
  --batch FILE         JSON array of rows (model, accelerator, isl, osl; nAccel, precision, concurrency, scenario,
                       ttftMsMax, tpotMsMax, framework, date, anchor where known), answered in their order
  --out FILE           where the answers go (default: standard output)
  --draft-tokens K, --accepted-length L
                       speculative decoding: tokens drafted a step, tokens a step yields on average
  --disaggregated      prompts and answers on accelerators of their own, at the ratio that keeps both busy
  --anchors FILE       measured runs of tokenworks throughput import, preferred near their points
  --plan FILE          with the hardware, models, overrides and measured runs of a plan
  --explain            the parts of a step, what the band rests on, measured runs that lie near
  --curve              throughput against interactivity
  --json               for a machine

Ends with 3 where the model does not fit or no target can be met.`

export async function throughput(args: readonly string[]): Promise<number> {
  if (args[0] === 'import') return throughputImport(args.slice(1))
  if (args[0] === 'calibrate') return throughputCalibrate(args.slice(1))
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h' },
      model: { type: 'string' },
      accelerator: { type: 'string' },
      precision: { type: 'string' },
      'tensor-parallel': { type: 'string' },
      input: { type: 'string' },
      output: { type: 'string' },
      'cache-hit': { type: 'string' },
      concurrency: { type: 'string' },
      'ttft-ms': { type: 'string' },
      'tpot-ms': { type: 'string' },
      curve: { type: 'boolean' },
      batch: { type: 'string' },
      out: { type: 'string' },
      anchors: { type: 'string' },
      plan: { type: 'string' },
      explain: { type: 'boolean' },
      disaggregated: { type: 'boolean' },
      'draft-tokens': { type: 'string' },
      'accepted-length': { type: 'string' },
      json: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(HELP)
    return EXIT.done
  }
  const sight = readPlanSight(values.plan, values.anchors)
  if (values.batch !== undefined) return throughputBatch(values.batch, values.out, sight)
  const { catalog, anchors } = await sight
  const accelerator = getAccelerator(
    catalog,
    need('--accelerator', values.accelerator, 'an accelerator of the catalog'),
  )
  const accelCount = readNumber('--tensor-parallel', values['tensor-parallel'], 1, 1024)
  const concurrency = readNumber('--concurrency', values.concurrency, 1, 65_536)
  const draftTokens = readNumber('--draft-tokens', values['draft-tokens'], 1, 16)
  const acceptedLength = readNumber('--accepted-length', values['accepted-length'], 1, 17)
  const ttftMs = readNumber('--ttft-ms', values['ttft-ms'], 1, 3.6e6)
  const tpotMs = readNumber('--tpot-ms', values['tpot-ms'], 0.1, 3.6e6)
  const query: ServingQuery = {
    accelerator,
    model: getModel(catalog, need('--model', values.model, 'a model of the catalog')),
    precision: readChoice('--precision', values.precision, PRECISIONS) ?? bestPrecision(accelerator),
    inputTokens: readNumber('--input', values.input, 1, 1e7) ?? 1024,
    outputTokens: readNumber('--output', values.output, 1, 1e7) ?? 1024,
    cacheHitShare: readNumber('--cache-hit', values['cache-hit'], 0, 1) ?? 0,
    ...(accelCount === undefined ? {} : { accelCount }),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(draftTokens === undefined || acceptedLength === undefined
      ? {}
      : { speculation: { draftTokens, acceptedLength } }),
    ...(ttftMs === undefined ? {} : { ttftMs }),
    ...(tpotMs === undefined ? {} : { tpotMs }),
  }
  if (values.disaggregated) return showDisaggregated(query, anchors, values.json === true)
  if (values.curve) return showCurve(query, anchors, values.json === true)
  if (values.explain) return showExplanation(query, anchors, values.json === true)
  return showPoint(query, anchors, values.json === true)
}

function showPoint(query: ServingQuery, anchors: readonly Anchor[], isJson: boolean): number {
  const prediction = predictServing(query, shippedFactors(), anchors)
  if (isJson) console.log(JSON.stringify(prediction, null, 2))
  else console.log(describePoint(query, prediction))
  return prediction.isFeasible ? EXIT.done : EXIT.infeasible
}

/** Beyond this a target makes the band visibly wider. */
const STEEP = 1.02

function showExplanation(query: ServingQuery, anchors: readonly Anchor[], isJson: boolean): number {
  const own = explainServing(query, anchors)
  const { prediction, band } = own
  if (isJson) console.log(JSON.stringify(own, null, 2))
  else {
    const near =
      prediction.anchor === null
        ? 'no measured run of this pair is given'
        : `${prediction.anchor} lies near: steps take ${round(own.anchorFactor)} times what the model alone says`
    console.log(
      [
        describePoint(query, prediction),
        '',
        '  parts of a step          ms   share',
        ...own.parts.map(
          ({ part, ms, share }) =>
            `  ${part.padEnd(18)}${round(ms).padStart(9)}${`${(100 * share).toFixed(1)} %`.padStart(8)}`,
        ),
        '',
        `  familiarity  ${own.familiarity}: a band of ${band.p10.toFixed(2)} to ${band.p90.toFixed(2)} held ${(100 * band.coverage).toFixed(0)} % of ${band.rows} rows kept out of the fit`,
        ...(own.elasticity > STEEP
          ? [
              `  targets      tokens fall ${round(own.elasticity)} % where a step takes 1 % longer: the band is wider by as much`,
            ]
          : []),
        `  runs         ${near}`,
        `  sources      ${query.accelerator.source} (${query.accelerator.grade}); ${query.model.source} (${query.model.grade})`,
      ].join('\n'),
    )
  }
  return prediction.isFeasible ? EXIT.done : EXIT.infeasible
}

function showDisaggregated(query: ServingQuery, anchors: readonly Anchor[], isJson: boolean): number {
  const own = predictSystem(query, shippedFactors(), anchors)
  if (isJson) console.log(JSON.stringify(own, null, 2))
  else if (!own.isFeasible) console.log('cannot be served: the memory or the targets do not allow it')
  else {
    console.log(
      [
        `${query.model.model} on ${query.accelerator.accelerator}, ${query.precision}: ${own.prefillAccelCount} for prompts, ${own.decodeAccelCount} for answers`,
        `  output       ${round(own.outputTokSPerAccel)} tokens/s per accelerator (P10 ${round(own.p10OutputTokSPerAccel)}, P90 ${round(own.p90OutputTokSPerAccel)}; grade C)`,
        ...(own.anchor === null ? [] : [`  runs         ${own.anchor} lies nearest: drawn towards it`]),
        `  prompts on   ${round(100 * own.prefillShare)} % of the accelerators`,
        `  concurrency  ${Math.round(own.batch)} sequences per decode replica`,
        `  TPOT         ${round(own.tpotMs)} ms`,
        `  TTFT         ${round(own.ttftMs)} ms`,
      ].join('\n'),
    )
  }
  return own.isFeasible ? EXIT.done : EXIT.infeasible
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

function showCurve(query: ServingQuery, anchors: readonly Anchor[], isJson: boolean): number {
  const points = throughputCurve(query, shippedFactors(), anchors)
  if (isJson) console.log(JSON.stringify(points, null, 2))
  else {
    console.log(
      'accelerators  concurrency  tokens/s/user  TPOT ms  output tokens/s per accelerator (P10-P90)',
    )
    for (const own of points) {
      const cells = [own.accelCount, own.batch, round(1000 / own.tpotMs), round(own.tpotMs)]
      const widths = [12, 13, 15, 9]
      const left = cells.map((cell, index) => String(cell).padStart(widths[index]!)).join('')
      console.log(
        `${left}  ${round(own.outputTokSPerAccel)} (${round(own.p10OutputTokSPerAccel)}-${round(own.p90OutputTokSPerAccel)})`,
      )
    }
  }
  return points.length > 0 ? EXIT.done : EXIT.infeasible
}

/** Three significant digits, without an exponent. */
function round(value: number | null): string {
  return value === null ? '-' : String(Number(value.toPrecision(3)))
}
