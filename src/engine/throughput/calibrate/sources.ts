import { IN_PROCESS_SUFFIX, OLD_SUFFIX } from '../names/softwareName.ts'
import type { Scenario } from '../query.ts'

/** How the rows of one source are to be read; what a source leaves out is an estimate (grade C) and said here. */
export interface Source {
  /** Start of the `source` column. */
  readonly prefix: string
  /** Short name in reports; runs that two files share go under one name, so that no split separates them. */
  readonly name: string
  /** Mean length over nominal length: some draw lengths between 0.8 and 1 of the nominal one. */
  readonly lengthShare: number
  /** Weight of a row in the fit: recent, well-described and tuned runs say more of the systems to be planned. */
  readonly weight: number
  readonly scenarioOf: (scenario: string) => Scenario
  /** Appended to the name of the software: its age or how it was set up. */
  readonly softwareSuffix: string
  /** Input tokens by scenario where the source does not publish them (from what memory held; grade C). */
  readonly inputTokens?: Readonly<Record<string, number>>
}

const STATIC = () => 'static' as const

export const SOURCES: readonly Source[] = [
  {
    prefix: 'InferenceX',
    name: 'InferenceX',
    lengthShare: 0.9,
    weight: 1,
    scenarioOf: () => 'closed-loop',
    softwareSuffix: '',
  },
  {
    prefix: 'MLPerf',
    name: 'MLPerf',
    lengthShare: 1,
    weight: 2,
    scenarioOf: (scenario) => {
      const word = scenario.toLowerCase()
      return word === 'offline' || word === 'interactive' ? word : 'server'
    },
    softwareSuffix: '',
  },
  {
    prefix: 'TensorRT-LLM performance overview',
    name: 'TensorRT-LLM',
    lengthShare: 1,
    weight: 0.7,
    // As many in flight as memory and the server hold.
    scenarioOf: () => 'closed-loop',
    softwareSuffix: '',
  },
  {
    prefix: 'AMD vLLM on MI300X',
    name: 'AMD vLLM',
    lengthShare: 1,
    weight: 1,
    scenarioOf: (scenario) => (scenario.startsWith('static') ? 'static' : 'closed-loop'),
    softwareSuffix: IN_PROCESS_SUFFIX,
  },
  {
    prefix: 'Intel Gaudi model performance',
    name: 'Intel Gaudi',
    lengthShare: 1,
    weight: 0.7,
    scenarioOf: STATIC,
    softwareSuffix: '',
  },
  {
    prefix: 'ML.ENERGY',
    name: 'ML.ENERGY',
    lengthShare: 1,
    weight: 0.7,
    scenarioOf: () => 'closed-loop',
    softwareSuffix: '-default',
    inputTokens: { 'lm-arena-chat': 300, gpqa: 300, 'sourcegraph-fim': 1000 },
  },
  {
    prefix: 'Argonne LLM-Inference-Bench power',
    name: 'Argonne power',
    lengthShare: 1,
    weight: 0.1,
    scenarioOf: STATIC,
    softwareSuffix: OLD_SUFFIX,
  },
  {
    prefix: 'Argonne',
    name: 'Argonne',
    lengthShare: 1,
    weight: 0.3,
    scenarioOf: STATIC,
    softwareSuffix: OLD_SUFFIX,
  },
  {
    prefix: 'AWS Neuron',
    name: 'AWS Neuron',
    lengthShare: 1,
    weight: 0.5,
    scenarioOf: STATIC,
    softwareSuffix: '',
  },
]

/** Hardware that a source names by less than the catalog knows. */
export function acceleratorNameOf(source: string, name: string, notes: string): string {
  if (name === 'NVIDIA A100' && source.startsWith('Argonne')) return 'nvidia-a100-sxm-40gb'
  if (name === 'NVIDIA GH200' && notes.includes('GH200-144GB')) return 'nvidia-gh200-144gb'
  return name
}
