import type { TraceLabel } from '../../engine/trace/trace.ts'
import { useWords } from '../words/useWords.ts'

/** What a traced figure or input is called, as in "Price · b300-node". */
export function useTraceLabel(): (label: TraceLabel) => string {
  const { trace: words, layers } = useWords()
  return ({ word, of }) => {
    const layer = Object.hasOwn(layers, of ?? '') ? layers[of as keyof typeof layers].name : of
    return layer ? `${words.words[word]} · ${layer}` : words.words[word]
  }
}
