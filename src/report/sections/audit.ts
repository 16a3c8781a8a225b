import { figure, number, type Section, section, type Table, words } from '../document.ts'
import type { Source } from '../source.ts'

/** Differences shown in full; the command `audit` shows all. */
const MOST_SHOWN = 50

export function auditSection({ audit }: Source): Section {
  const failed = audit.lines.filter((line) => !line.isOk)
  return section('audit', 'Audit', {
    paragraphs: [
      [
        'The result was computed again, hour by hour and payment by payment, by code that shares no formula with the solver. ',
        figure(audit.lines.length - failed.length),
        ' of ',
        figure(audit.lines.length),
        ' figures agree.',
      ],
    ],
    tables: [
      checkTable(audit.lines),
      ...(failed.length > 0 ? [failureTable(failed.slice(0, MOST_SHOWN))] : []),
    ],
  })
}

type Lines = Source['audit']['lines']

function checkTable(lines: Lines): Table {
  const checks = Map.groupBy(lines, (line) => line.check)
  return {
    id: 'audit-checks',
    title: 'Checks',
    columns: [words('Check'), number('Lines'), number('Agree'), words('Finding')],
    rows: [...checks].map(([check, own]) => {
      const agreeing = own.filter((line) => line.isOk).length
      return [check, own.length, agreeing, agreeing === own.length ? 'agrees' : 'DOES NOT AGREE']
    }),
  }
}

function failureTable(failed: Lines): Table {
  return {
    id: 'audit-failures',
    title: 'What does not agree',
    columns: [
      words('Check'),
      words('Where'),
      number('Claimed'),
      number('Recomputed'),
      words('Unit'),
      words('Finding'),
    ],
    rows: failed.map((line) => [
      line.check,
      line.path,
      line.claimed,
      line.recomputed,
      line.unit,
      line.sentence,
    ]),
  }
}
