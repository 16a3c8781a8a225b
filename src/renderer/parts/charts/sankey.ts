/** An amount that goes from one node to the next. */
export interface SankeyFlow {
  readonly from: string
  readonly to: string
  readonly flow: number
}

export interface Sankey {
  readonly flows: readonly SankeyFlow[]
  /** What a node is called, by its id; the id's first letter says its stage, so that two of one name stay two. */
  readonly labels: Readonly<Record<string, string>>
}

/** Flows of the same two nodes as one; what is nothing is left out. */
export class SankeyBuilder {
  readonly #sums = new Map<string, SankeyFlow>()
  readonly #labels: Record<string, string> = {}
  readonly #nameOf: (id: string) => string

  constructor(nameOf: (id: string) => string) {
    this.#nameOf = nameOf
  }

  add(from: string, to: string, flow: number): void {
    if (!(flow > 0)) return
    const key = `${from} > ${to}`
    this.#sums.set(key, { from, to, flow: flow + (this.#sums.get(key)?.flow ?? 0) })
    for (const id of [from, to]) this.#labels[id] ??= this.#nameOf(id)
  }

  build(): Sankey {
    return { flows: [...this.#sums.values()], labels: this.#labels }
  }
}

/** What goes through a node: what comes, or where nothing comes what leaves. */
export function throughNode(flows: readonly SankeyFlow[], id: string): number {
  const sum = (end: 'from' | 'to') =>
    flows.filter((own) => own[end] === id).reduce((total, own) => total + own.flow, 0)
  return Math.max(sum('to'), sum('from'))
}

/**
 * On which side of its node each stage is named, by the first letter of the nodes' ids: into the picture, all towards the
 * right but the last; the one before the last towards the side where the names opposite are shorter, so that no two
 * names meet in one gap.
 */
export function nameSides(
  stages: string,
  named: Readonly<Record<string, string>>,
): ReadonlyMap<string, 'left' | 'right'> {
  const longest = (stage: string | undefined): number =>
    Math.max(
      0,
      ...Object.keys(named).flatMap((id) => (id.startsWith(stage ?? '-') ? [named[id]!.length] : [])),
    )
  const [last, , third] = [...stages].toReversed()
  const beforeLast = longest(last) > longest(third) ? 'left' : 'right'
  return new Map(
    [...stages].map((stage, place) => {
      const fromEnd = stages.length - 1 - place
      return [stage, fromEnd === 0 ? 'left' : fromEnd === 1 && place > 0 ? beforeLast : 'right']
    }),
  )
}
