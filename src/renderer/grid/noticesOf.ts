import type { Problem } from '../../engine/check/problem.ts'
import { type Field, type Path, toFaultPath, toPath } from './field.ts'

/** What is odd about the value of a cell. */
export interface Notice {
  readonly severity: Problem['severity']
  readonly text: string
}

/** By the path of the cell, as faults name it. */
export type Notices = Readonly<Record<string, Notice>>

/**
 * Problems of a plan that stand at cells of a table, or at fields of a form (`isList` false). One of a row as a whole is
 * shown by its first cell; of many at one cell all are said, and the worst sets the mark.
 */
export function noticesOf(
  problems: readonly Problem[],
  {
    list,
    fields,
    isList,
  }: { readonly list: Path; readonly fields: readonly Field[]; readonly isList: boolean },
  say: (problem: Problem) => string,
): Notices {
  const found: Record<string, Notice> = {}
  for (const problem of problems) {
    const above = isList ? list.length + 1 : list.length
    if (problem.path.length < above || !startsWith(problem.path, list)) continue
    if (isList && typeof problem.path[list.length] !== 'number') continue
    const rest = problem.path.slice(above)
    const field = rest.length === 0 ? fields[0] : fields.find((own) => startsWith(rest, toPath(own.path)))
    if (!field) continue
    const key = toFaultPath([...problem.path.slice(0, above), ...toPath(field.path)])
    const before = found[key]
    const text = before ? `${before.text} ${say(problem)}` : say(problem)
    found[key] = { severity: before?.severity === 'error' ? 'error' : problem.severity, text }
  }
  return found
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((key, index) => String(path[index]) === String(key))
}
