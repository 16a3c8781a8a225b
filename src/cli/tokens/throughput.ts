import { parseArgs } from 'node:util'
import { getAccelerator, getModel } from '../../catalog/find.ts'
import { bestPrecision } from '../../engine/throughput/bestPrecision.ts'
import { PRECISIONS, type ServingQuery } from '../../engine/throughput/query.ts'
import { Prefill } from '../../plan/schema/supply.ts'
import { EXIT } from '../arguments/exit.ts'
import { need, readChoice, readNumber } from '../arguments/options.ts'
import { readPlanSight } from '../decide/planSight.ts'
import { throughputBatch } from './throughputBatch.ts'
import { throughputCalibrate } from './throughputCalibrate.ts'
import { throughputImport } from './throughputImport.ts'
import { type Asked, showCurve, showExplanation, showPoint } from './throughputShow.ts'

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
  --prefill KIND       chunked, disaggregated (prompts and answers on accelerators of their own, at the ratio that
                       keeps both busy), fastest, or both side by side (default: as --plan has it, else chunked)
  --disaggregated      the same as --prefill disaggregated
  --anchors FILE       measured runs of tokenworks throughput import, preferred near their points
  --plan FILE          with the hardware, models, overrides and measured runs of a plan, and with the precision and the
                       prefill that it has the model in
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
      prefill: { type: 'string' },
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
  const { catalog, anchors, plan } = await sight
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
  const model = getModel(catalog, need('--model', values.model, 'a model of the catalog'))
  const planned = plan?.models.find((own) => getModel(catalog, own.catalogModelId).id === model.id)
  const query: ServingQuery = {
    accelerator,
    model,
    precision:
      readChoice('--precision', values.precision, PRECISIONS) ??
      planned?.precision ??
      bestPrecision(accelerator),
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
  const asked: Asked = {
    ...{ query, anchors, isJson: values.json === true },
    prefills: readPrefills(values.prefill, values.disaggregated === true, planned?.prefill),
  }
  if (values.curve) return showCurve(asked)
  return values.explain ? showExplanation(asked) : showPoint(asked)
}

/** The ways to read prompts that are asked for. */
function readPrefills(
  said: string | undefined,
  isDisaggregated: boolean,
  planned: Prefill | undefined,
): readonly Prefill[] {
  const own = readChoice('--prefill', said, [...Prefill.options, 'both'] as const)
  if (own === 'both') return ['chunked', 'disaggregated']
  return [own ?? (isDisaggregated ? 'disaggregated' : (planned ?? 'chunked'))]
}
