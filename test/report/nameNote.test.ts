import { expect, test } from 'vitest'
import type { ResultNote } from '../../src/plan/result/note.ts'
import { notes } from '../../src/report/words/en/notes.ts'
import { nameNote } from '../../src/report/words/nameNote.ts'
import { thingNames } from '../../src/report/words/thingNames.ts'
import { notes as chinese } from '../../src/report/words/zh/notes.ts'
import { catalog, plan, sampleReport } from './sampleReport.ts'

test('notes call accelerators, cooling and classes as the screens do, not by their ids', () => {
  const names = thingNames(plan, catalog, 'en')
  const [cooling] = catalog.cooling
  const { id, catalogAcceleratorId } = plan.accelerators[0]!
  const product = catalog.accelerators.find((row) => row.id === catalogAcceleratorId)!.accelerator
  const obstacle: ResultNote = {
    ...{ code: 'obstacle', isHeld: true, accelerator: id, site: 'Here' },
    ...{ reason: 'no-liquid', values: ['liquid', cooling!.id] },
  }
  const named = nameNote(obstacle, names, catalog)
  expect(notes.say(named)).toBe(
    `${product} is not bought for Here: it needs a liquid loop, which ${cooling!.technology} has not.`,
  )
  const nowhere: ResultNote = {
    code: 'nowhere',
    classId: 'batch-simple',
    region: 'East',
    reasons: ['latency'],
  }
  const said = chinese.say(nameNote(nowhere, thingNames(plan, catalog, 'zh'), catalog))
  expect(said).toContain('批处理·简单')
})

test('no note of the report of the sample names an accelerator by its id', () => {
  const method = sampleReport().sections.find((own) => own.id === 'method')!
  const said = JSON.stringify(method.paragraphs)
  expect(said).toContain('GB300')
  for (const { id } of plan.accelerators) expect(said).not.toContain(id)
})
