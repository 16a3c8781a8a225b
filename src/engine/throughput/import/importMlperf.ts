import type { Draft } from './checkRun.ts'
import type { Fields } from './fields.ts'

/** Is a text the summary that MLPerf's load generator writes? */
export function isMlperfSummary(text: string): boolean {
  return text.includes('MLPerf Results Summary')
}

/** Lines `name : value` of a summary, as fields. */
export function mlperfFields(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const found = /^\s*([^:]+?)\s*:\s*(.+?)\s*$/.exec(line)
      return found ? [[found[1]!, found[2]!]] : []
    }),
  )
}

const NS_PER_MS = 1e6

/**
 * `mlperf_log_summary.txt`: tokens per second of a valid run, tokens per sample as output length; model and hardware
 * come as options.
 */
export function readMlperf(fields: Fields): Draft {
  const scenario = fields.text('Scenario')?.toLowerCase()
  const validity = fields.text('Result is')
  if (validity !== 'VALID') fields.fault('Result is', validity, 'VALID')
  const isOffline = scenario === 'offline'
  if (!isOffline && scenario !== 'server' && scenario !== 'interactive')
    fields.fault('Scenario', scenario, 'Offline, Server or Interactive')
  const outputTokS = isOffline
    ? fields.number('Tokens per second')
    : (fields.maybe('Completed tokens per second') ?? fields.number('Tokens per second'))
  const samplesS = isOffline
    ? fields.maybe('Samples per second')
    : fields.maybe('Completed samples per second')
  const ms = (name: string) => {
    const ns = fields.maybe(name)
    return ns === undefined ? undefined : ns / NS_PER_MS
  }
  return {
    model: undefined,
    isl: undefined,
    osl: outputTokS && samplesS ? outputTokS / samplesS : undefined,
    outputTokS,
    ttftMs: ms('Mean First Token latency (ns)'),
    tpotMs: ms('Mean Time per Output Token (ns)') ?? ms('Mean Time to Output Token (ns)'),
    scenario: isOffline || scenario === 'server' || scenario === 'interactive' ? scenario : undefined,
  }
}
