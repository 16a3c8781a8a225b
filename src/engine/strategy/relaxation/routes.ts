import type { Formulation } from '../../formulate.ts'

/** Columns of one flow to a site or of one kind of work, [period][slice]. */
export type Route = readonly (readonly number[])[]

/** Flows to sites and work of units: most of the columns of a large problem, few of which a plan uses. */
export function listRoutes({
  distribution,
  serving,
}: Pick<Formulation, 'distribution' | 'serving'>): readonly Route[] {
  return [...distribution.toSites, ...serving.busy].map(({ columns }) => columns)
}

/** Columns of routes that are used neither in their own period nor in the one before or after it. */
export function idleColumns(routes: readonly Route[], isUsed: (column: number) => boolean): number[] {
  return routes.flatMap((route) => {
    const used = route.map((columns) => columns.some(isUsed))
    return route.flatMap((columns, t) =>
      used[t - 1] || used[t] || used[t + 1] ? [] : columns.filter((column) => !isUsed(column)),
    )
  })
}
