import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { report } from '../../src/cli/files/report.ts'
import { sampleReport } from '../report/sampleReport.ts'

const PLAN = 'resources/samples/meridian.plan.json'
const RESULT = 'resources/samples/meridian.result.json'
const folder = mkdtempSync(join(tmpdir(), 'tokenworks-report-test-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('JSON is the report itself, CSV one file a table, both as the command writes them', async () => {
  const json = join(folder, 'report.json')
  expect(await report([PLAN, RESULT, '--format', 'json', '--out', json])).toBe(0)
  const written = JSON.parse(readFileSync(json, 'utf8'))
  expect({ ...written, day: '2026-11-25' }).toEqual(JSON.parse(JSON.stringify(sampleReport())))
  const csv = join(folder, 'tables')
  expect(await report([PLAN, RESULT, '--format', 'csv', '--out', csv])).toBe(0)
  expect(readdirSync(csv)).toHaveLength(sampleReport().sections.flatMap((own) => own.tables).length + 1)
})

test('a result of other inputs, an unknown format or paper, and no target are wrong input', async () => {
  const other = join(folder, 'other.plan.json')
  const plan = JSON.parse(readFileSync(PLAN, 'utf8'))
  writeFileSync(other, JSON.stringify({ ...plan, horizon: { ...plan.horizon, blocksPerDay: 6 } }))
  const out = join(folder, 'never.html')
  await expect(report([other, RESULT, '--format', 'html', '--out', out])).rejects.toThrow('other inputs')
  await expect(report([PLAN, RESULT, '--format', 'odt', '--out', out])).rejects.toThrow('option')
  await expect(report([PLAN, RESULT, '--format', 'html', '--paper', 'a3', '--out', out])).rejects.toThrow(
    'option',
  )
  await expect(report([PLAN, RESULT, '--format', 'html'])).rejects.toThrow('option')
  expect(readdirSync(folder)).not.toContain('never.html')
})
