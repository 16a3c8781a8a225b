import { figure, number, type Section, section, type Table, words } from '../document.ts'
import type { Source } from '../source.ts'

/** Differences shown in full; the command `audit` shows all. */
const MOST_SHOWN = 50

export function auditSection({ audit, words: { audit: w } }: Source): Section {
  const failed = audit.lines.filter((line) => !line.isOk)
  return section('audit', w.heading, {
    paragraphs: [w.about(figure(audit.lines.length - failed.length), figure(audit.lines.length))],
    tables: [
      checkTable(audit.lines, w),
      ...(failed.length > 0 ? [failureTable(failed.slice(0, MOST_SHOWN), w)] : []),
    ],
  })
}

type Lines = Source['audit']['lines']
type Words = Source['words']['audit']

function checkTable(lines: Lines, w: Words): Table {
  const checks = Map.groupBy(lines, (line) => line.check)
  return {
    id: 'audit-checks',
    title: w.checks,
    columns: [words(w.check), number(w.lines), number(w.agree), words(w.finding)],
    rows: [...checks].map(([check, own]) => {
      const agreeing = own.filter((line) => line.isOk).length
      const finding = agreeing === own.length ? w.agrees : w.disagrees
      return [w.names[check] ?? check, own.length, agreeing, finding]
    }),
  }
}

function failureTable(failed: Lines, w: Words): Table {
  return {
    id: 'audit-failures',
    title: w.failures,
    columns: [
      words(w.check),
      words(w.where),
      number(w.claimed),
      number(w.recomputed),
      words(w.unit),
      words(w.finding),
    ],
    rows: failed.map((line) => [
      w.names[line.check] ?? line.check,
      line.path,
      line.claimed,
      line.recomputed,
      line.unit,
      w.sayFinding(line),
    ]),
  }
}
