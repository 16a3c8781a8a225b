import type { Scenario } from '../query.ts'

const SINGLE_STREAM = /single[\s_-]?stream|单流/i

/** Scenarios by the words in their published names, the first that matches. */
const NAMES: readonly (readonly [RegExp, Scenario])[] = [
  [/offline|离线/i, 'offline'],
  [/interactive|交互/i, 'interactive'],
  [/server|online|poisson|在线|服务/i, 'server'],
  [/static/i, 'static'],
  [/closed|concurren/i, 'closed-loop'],
  [SINGLE_STREAM, 'closed-loop'],
]

/** How requests arrive in a run of this published scenario; undefined where it names a task or a data set. */
export function scenarioNamed(published: string | undefined): Scenario | undefined {
  return published === undefined ? undefined : NAMES.find(([words]) => words.test(published))?.[1]
}

/** One request at a time, as MLPerf's edge systems are asked. */
export function isSingleStream(published: string | undefined): boolean {
  return published !== undefined && SINGLE_STREAM.test(published)
}

/** Tasks of the ML.ENERGY benchmark, which runs vLLM as it is installed. */
export function isDefaultSetup(published: string | undefined): boolean {
  return published !== undefined && /lm-arena-chat|gpqa|sourcegraph-fim/i.test(published)
}

/** Did prompts and answers have accelerators of their own? Rows say so in the scenario or the software. */
export function isDisaggregated(...published: readonly (string | undefined)[]): boolean {
  return published.some((name) => name !== undefined && /disagg|分离|\b\d+p\d+d\b/i.test(name))
}
