import { axisValues } from './grid.ts'
import { BASE, edit, limits, type Of, runRows, said } from './rows.ts'
import type { RunTasks, SweepRow } from './task.ts'

export interface Sensitivity {
  readonly rows: readonly SweepRow[]
  /** Inputs by the width of their swing, widest first. */
  readonly tornado: readonly TornadoBar[]
  /** Cost of every step of the inputs that are varied as a share of the plan's. */
  readonly spider: readonly SpiderLine[]
}

export interface TornadoBar {
  readonly path: string
  readonly low: number
  readonly high: number
  readonly baseMusd: number
  readonly lowMusd: number | null
  readonly highMusd: number | null
  readonly swingMusd: number
}

export interface SpiderLine {
  readonly path: string
  /** By rising factor, the plan as it is among them. */
  readonly points: readonly {
    /** Of the variant. */
    readonly id: string
    readonly times: number
    readonly costMusd: number | null
  }[]
}

/** Each input alone, from low to high, with everything else as the plan has it. */
export async function sensitivity(spec: Of<'sensitivity'>, run: RunTasks): Promise<Sensitivity> {
  const common = { design: spec.design, ...limits(spec) }
  const rows = await runRows(
    [
      { task: { id: BASE, edits: [], ...common }, settings: {} },
      ...spec.inputs.flatMap(({ path, as, ...own }, place) =>
        stepsOf(spec, own).map(({ name, amount }) => ({
          task: { id: `${place} ${name}`, edits: [edit(path, as, amount)], ...common },
          settings: { [path]: said(as, amount) },
        })),
      ),
    ],
    run,
  )
  const costOf = (id: string) => rows.find((row) => row.id === id)?.metrics?.objectiveMusd ?? null
  const baseMusd = costOf(BASE) ?? Number.NaN
  const tornado = spec.inputs.map(({ path, low, high }, place): TornadoBar => {
    const [lowMusd, highMusd] = [costOf(`${place} low`), costOf(`${place} high`)]
    const ends = [lowMusd, highMusd, baseMusd].filter((own): own is number => own !== null)
    return { path, low, high, baseMusd, lowMusd, highMusd, swingMusd: Math.max(...ends) - Math.min(...ends) }
  })
  tornado.sort((a, b) => b.swingMusd - a.swingMusd)
  const spider = spec.inputs.flatMap(({ path, as, ...own }, place): SpiderLine[] => {
    if (as === 'value') return []
    const points = stepsOf(spec, own).map(({ name, amount }) => {
      const id = `${place} ${name}`
      return { id, times: amount, costMusd: costOf(id) }
    })
    const all = points.some(({ times }) => times === 1)
      ? points
      : [...points, { id: BASE, times: 1, costMusd: costOf(BASE) }]
    return [{ path, points: all.toSorted((a, b) => a.times - b.times) }]
  })
  return { rows, tornado, spider }
}

/** Values of an input and the names of their variants: `low`, those between by number, `high`. */
function stepsOf(
  { steps }: Of<'sensitivity'>,
  { low, high }: { readonly low: number; readonly high: number },
): { name: string; amount: number }[] {
  const nameOf = (step: number): string => (step === 0 ? 'low' : step === steps - 1 ? 'high' : `${step + 1}`)
  return axisValues({ from: low, to: high, steps }).map((amount, step) => ({ name: nameOf(step), amount }))
}
