import type { Scenario } from '../query.ts'

/** P99 of the first token and of the tokens after it, ms. */
export interface Targets {
  readonly ttftMs: number
  readonly tpotMs: number
}

/** Targets of MLPerf Inference by catalog model. */
const MLPERF: Readonly<Record<string, Partial<Record<Scenario, Targets>>>> = {
  'llama-2-70b': { server: { ttftMs: 2000, tpotMs: 200 }, interactive: { ttftMs: 450, tpotMs: 40 } },
  'mixtral-8x7b': { server: { ttftMs: 2000, tpotMs: 200 } },
  'llama-3.1-405b': { server: { ttftMs: 6000, tpotMs: 175 }, interactive: { ttftMs: 4500, tpotMs: 80 } },
  'llama-3.1-8b': { server: { ttftMs: 2000, tpotMs: 100 }, interactive: { ttftMs: 500, tpotMs: 30 } },
  'deepseek-r1': { server: { ttftMs: 2000, tpotMs: 80 }, interactive: { ttftMs: 1500, tpotMs: 15 } },
  'gpt-oss-120b': { server: { ttftMs: 3000, tpotMs: 80 }, interactive: { ttftMs: 2000, tpotMs: 15 } },
}

/** Mean input tokens of the data sets of MLPerf Inference by catalog model, as its published rows have them. */
const INPUT_TOKENS: Readonly<Record<string, number>> = {
  'llama-2-70b': 299,
  'mixtral-8x7b': 427,
  'llama-3.1-405b': 9429,
  'llama-3.1-8b': 871,
  'deepseek-r1': 804,
}

export function datasetInputTokens(modelId: string | undefined): number | undefined {
  return modelId === undefined ? undefined : INPUT_TOKENS[modelId]
}

/** What most of those tables ask for, for a model that has none (an estimate). */
const USUAL: Partial<Record<Scenario, Targets>> = {
  server: { ttftMs: 2000, tpotMs: 100 },
  interactive: { ttftMs: 1500, tpotMs: 30 },
}

/** Targets of a benchmark that names none; undefined where requests do not arrive at random. */
export function targetsOf(modelId: string, scenario: Scenario | undefined): Targets | undefined {
  return scenario === undefined ? undefined : (MLPERF[modelId]?.[scenario] ?? USUAL[scenario])
}
