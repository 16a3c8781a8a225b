import { expect, test } from 'vitest'
import { singleLine } from '../../src/engine/facility/singleLine.ts'
import type { Cell, Gantt, OneLine } from '../../src/report/document.ts'
import { listSchedule } from '../../src/report/schedule.ts'
import { readSource } from '../../src/report/source.ts'
import { toHtml } from '../../src/report/write/html.ts'
import { audit, catalog, plan, result, sampleReport } from './sampleReport.ts'

const { sections } = sampleReport()
const charts = sections.flatMap((section) => section.charts)
const source = readSource(plan, catalog, result, audit, 'en')
const end = result.periods.at(-1)!

test('the report draws the single-line diagram of the screen: its symbols, its wires, its units', () => {
  const drawn = charts.filter((chart): chart is OneLine => chart.kind === 'one-line')
  const shown = plan.sites
    .map(({ id }) => singleLine(plan, catalog, result, id, end))
    .filter(({ nodes }) => nodes.length > 0)
  expect(drawn.length).toBe(shown.length)
  for (const [index, { nodes, edges }] of shown.entries()) {
    const { boxes, lines } = drawn[index]!
    expect(boxes.map(({ id }) => id)).toEqual(nodes.map(({ id }) => id))
    expect(lines).toEqual(edges.map(({ from, to }) => [from, to]))
    expect(new Set(boxes.map(({ column, row }) => `${column} ${row}`)).size).toBe(boxes.length)
  }
})

test('the first step of the critical path is what the screen marks, each step is decided by one bar', () => {
  const schedule = listSchedule(source)
  const rows: readonly (readonly Cell[])[] = sections
    .flatMap((section) => section.tables)
    .find(({ id }) => id === 'critical-path')!.rows
  const steps = new Set(schedule.map(({ siteId, step }) => `${siteId} ${step}`))
  expect(rows.length).toBe(steps.size)
  for (const { id, name } of plan.sites) {
    const critical = schedule.filter((bar) => bar.siteId === id && bar.isCritical)
    const own = rows
      .filter(([site]) => site === name)
      .toSorted((a, b) => String(a[1]).localeCompare(String(b[1])))
    // A site that is not built has no path.
    expect(own.length > 0).toBe(critical.length > 0)
    if (own.length === 0) continue
    expect(critical.map(({ from }) => from)).toContain(own[0]![2])
    expect(critical.map(({ what }) => what)).toContain(own[0]![3])
  }
  const bars = charts.find((chart): chart is Gantt => chart.kind === 'gantt')!
  expect(bars.bars.map(({ name }) => name).toSorted()).toEqual(
    rows.map(([site, step]) => `${site}, ${step}`).toSorted(),
  )
})

test('stacked series differ by their hatching too, lines by their dashes, for print without colours', () => {
  const drawn = [...toHtml(sampleReport()).matchAll(/<svg .*?<\/svg>/gs)].map(([own]) => own)
  const hues = (own: string): string[] =>
    [...own.matchAll(/<g fill="(#[0-9a-f]{6})">/g)].map(([, hue]) => hue!)
  const stacks = drawn.filter((own) => hues(own).length > 2)
  expect(stacks.length).toBeGreaterThan(3)
  for (const own of stacks) {
    const series = new Set(hues(own)).size
    const signs = [...own.matchAll(/width="9.0" height="9.0"\/>(<path d="([^"]*)")?/g)].map(
      ([, , lines]) => lines ?? '',
    )
    expect(signs.length).toBe(series)
    expect(signs[0]).toBe('')
    expect(new Set(signs.map((lines) => lines.replace(/[\d.]+/g, '0').length)).size).toBeGreaterThan(1)
    expect(signs.slice(1, 7).every((lines) => lines !== '')).toBe(true)
  }
})
