import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js'
import { Flow, SankeyController } from 'chartjs-chart-sankey'
import { expect, test } from 'vitest'
import { chartSvg } from './chartSvg.ts'

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale)
Chart.register(LineController, LineElement, PointElement, SankeyController, Flow)

const draw = (config: unknown): string =>
  chartSvg(
    config as ChartConfiguration,
    { title: 'Cost & income', summary: 'From 1 to 3 M$', widthPx: 400, heightPx: 200, plugins: [] },
    (text) => 6 * text.length,
  )

test('bars that hang between two values stand where the axis has them', () => {
  const svg = draw({
    type: 'bar',
    data: { labels: ['from', 'to'], datasets: [{ data: [[1, 3]], backgroundColor: '#123456' }] },
    options: { scales: { y: { min: 0, max: 4 } }, plugins: { legend: { display: false } } },
  })
  expect(svg).toContain('<title>Cost &amp; income</title><desc>From 1 to 3 M$</desc>')
  const bar = /<path d="M[\d.]+ ([\d.]+)h[\d.]+v(-?[\d.]+)[^"]*"[^>]*fill="#123456"/.exec(svg)
  const ticks = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"[^>]*>([\d.]+)<\/text>/g)]
  const at = (value: string): number => Number(ticks.find(([, , said]) => Number(said) === Number(value))![1])
  const edges = [Number(bar![1]), Number(bar![1]) + Number(bar![2])].toSorted((a, b) => a - b)
  expect(edges[0]).toBeCloseTo(at('3'), 0)
  expect(edges[1]).toBeCloseTo(at('1'), 0)
})

test('lines are drawn with their colours and dashes, names of series and axes in text', () => {
  const points = [
    { x: 0, y: 1 },
    { x: 10, y: 2 },
    { x: 20, y: 1 },
  ]
  const dataset = {
    label: 'B300 on V4',
    data: points,
    borderColor: '#0072b2',
    borderDash: [5, 4],
    borderWidth: 2,
  }
  const svg = draw({
    type: 'line',
    data: { datasets: [dataset] },
    options: { parsing: false, scales: { x: { type: 'linear', title: { display: true, text: 'tok/s' } } } },
  })
  expect(svg).toMatch(
    /<path d="M[^"]*L[^"]*L[^"]*" fill="none" stroke="#0072b2" stroke-width="2" stroke-dasharray="5 4"/,
  )
  expect(svg).toContain('>B300 on V4</text>')
  expect(svg).toContain('>tok/s</text>')
})

test('flows of a Sankey keep the colours of both ends', () => {
  const dataset = { data: [{ from: 'a', to: 'b', flow: 3 }], colorFrom: '#ff0000', colorTo: '#00ff00' }
  const svg = draw({ type: 'sankey', data: { datasets: [dataset] } })
  expect(svg).toMatch(/<linearGradient[^>]*><stop offset="0"[^>]*\/><stop offset="1"/)
  expect(svg).toMatch(/<path d="[^"]*C[^"]*" fill="url\(#g\d+\)"/)
})
