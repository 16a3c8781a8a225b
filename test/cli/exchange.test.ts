import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { compare } from '../../src/cli/files/compare.ts'
import { exportFrom } from '../../src/cli/files/export.ts'
import { importInto } from '../../src/cli/files/import.ts'
import { readPlanText } from '../../src/plan/readPlan.ts'

const PLAN = 'resources/samples/meridian.plan.json'
const RESULT = 'resources/samples/meridian.result.json'
const folder = mkdtempSync(join(tmpdir(), 'tokenworks-exchange-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
const path = (name: string): string => join(folder, name)

test('inputs go out as a workbook and come back; a changed value is printed and written', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(await exportFrom([PLAN, '--format', 'xlsx', '--out', path('inputs.xlsx')])).toBe(0)
  expect(await importInto([PLAN, path('inputs.xlsx')])).toBe(0)
  expect(log.mock.lastCall).toEqual(['0 changes to inputs-workbook, 0 faults'])
  const plan = readPlanText(readFileSync(PLAN, 'utf8'))
  writeFileSync(path('sites.csv'), `Site,Power (kW)\n${plan.sites[0]!.name},7000\nNowhere,1\n`)
  const args = [PLAN, path('sites.csv'), '--into', 'sites', '--column', 'Power (kW)=power.gridLimitMw:kW']
  expect(await importInto([...args, '--out', path('after.json')])).toBe(2)
  expect(readPlanText(readFileSync(path('after.json'), 'utf8')).sites[0]!.power.gridLimitMw).toBe(7)
})

test('a folder for PyPSA, a comparison by inputs alone; too few plans and unknown formats are wrong input', async () => {
  expect(await exportFrom([PLAN, RESULT, '--format', 'pypsa', '--out', path('pypsa')])).toBe(0)
  expect(readdirSync(path('pypsa'))).toContain('buses.csv')
  const args = ['resources/templates/campus.plan.json', 'resources/templates/mine-conversion.plan.json']
  expect(await compare([...args, '--format', 'html', '--out', path('c.html')])).toBe(0)
  expect(readFileSync(path('c.html'), 'utf8')).toContain('Comparison report')
  await expect(compare([PLAN, '--format', 'html', '--out', path('d.html')])).rejects.toThrow(
    'number of plans',
  )
  await expect(exportFrom([PLAN, '--format', 'ods', '--out', path('d')])).rejects.toThrow('option')
  await expect(importInto([PLAN, path('missing.csv')])).rejects.toThrow('cannot be read')
})
