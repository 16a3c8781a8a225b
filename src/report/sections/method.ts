import { type Cell, figure, figures, type Paragraph, type Section, section, words } from '../document.ts'
import type { Source } from '../source.ts'
import { nameNote } from '../words/nameNote.ts'

/** How sure it is that no other plan is much cheaper. */
export function solverVerdict({ result, words }: Source): Paragraph {
  const { gapShare, status } = result.solver
  return words.method.verdict(figure(gapShare, 'share'), words.method.status[status])
}

export function methodSection({
  plan,
  result,
  catalog,
  names,
  words: { method: w, notes },
}: Source): Section {
  const { solver } = result
  const rows: Cell[][] = [
    [w.statusRow, w.status[solver.status]],
    [w.objective, figure(solver.objectiveMusd, 'M$')],
    [w.bound, figure(solver.boundMusd, 'M$')],
    [w.gap, figure(solver.gapShare, 'share')],
    [w.gapAsked, figure(solver.gapAskedShare ?? plan.solver.gapShare, 'share')],
    [w.timeRow, figure(solver.timeS, 's')],
    [w.engine, w.engineName(solver.engine)],
    [w.rows, figure(solver.rows)],
    [w.columns, figure(solver.columns)],
    [w.integers, figure(solver.integers)],
    [w.nonzeros, figure(solver.nonzeros)],
    [w.plan, `${result.planName} (${result.planId})`],
    [w.schema, figure(plan.schemaVersion)],
    [w.resultVersion, figure(result.resultVersion)],
    [w.hash, result.inputsHash],
  ]
  return section('method', w.heading, {
    paragraphs: [
      w.problem,
      ...(plan.finance.objective === 'margin' ? [w.margin] : []),
      w.time(figure(plan.finance.discountRatePerYear, 'share')),
      ...result.notes.map((note) => w.note(notes.say(nameNote(note, names, catalog)))),
    ],
    tables: [{ id: 'solver', title: w.title, columns: [words(w.what), figures(w.value)], rows }],
  })
}
