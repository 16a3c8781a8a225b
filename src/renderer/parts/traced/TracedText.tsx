import { Fragment } from 'react'
import type { TraceRef } from '../../../engine/trace/trace.ts'
import { splitAtFigures } from './splitAtFigures.ts'
import { Traced } from './Traced.tsx'

interface Figure {
  readonly shown: string
  /** How it comes about; without it the figure is only shown. */
  readonly trace?: TraceRef | undefined
}

interface Props {
  /** The sentence of the language, made of its figures in whichever order it needs them. */
  readonly say: (...figures: string[]) => string
  readonly figures: readonly Figure[]
}

/** A sentence each figure of which says how it comes about. */
export function TracedText({ say, figures }: Props) {
  return splitAtFigures(say, figures.length).map((part, place) => (
    <Fragment key={place}>
      {typeof part === 'string' ? part : <Traced trace={figures[part]!.trace}>{figures[part]!.shown}</Traced>}
    </Fragment>
  ))
}
