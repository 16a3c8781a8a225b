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
