import type { TaskClass } from '../../../engine/derive/inputs.ts'
import { isAverage, qualityFloor } from '../../../engine/derive/scheduling/qualityRule.ts'
import type { Field } from '../../grid/field.ts'

/** What a class may say for itself; in italics what holds where it says nothing. */
export function classFields(
  taskClass: TaskClass,
  routing: Parameters<typeof qualityFloor>[0],
): readonly Field[] {
  const { id, latency } = taskClass
  const general = latency === 'standard' || latency === 'batch' ? routing.deferrableHours[latency] : 0
  return [
    {
      ...{ path: `routing.qualityFloorByClass.${id}`, head: 'Quality floor', kind: 'number' },
      isOptional: true,
      fallback: () => String(qualityFloor(routing, taskClass)),
    },
    {
      ...{ path: `routing.qualityRuleByClass.${id}`, head: 'Floor holds', kind: 'choice', isOptional: true },
      fallback: () => (isAverage(routing, taskClass) ? 'average' : 'hard'),
    },
    {
      ...{ path: `routing.deferrableHoursByClass.${id}`, head: 'May wait', kind: 'number', unit: 'h' },
      isOptional: true,
      fallback: () => String(general),
    },
    {
      ...{ path: `routing.modelsByClass.${id}`, head: 'Models', kind: 'words', isOptional: true },
      fallback: () => '—',
      help: 'Ids of models and services that may serve it on own and leased hardware; left empty: all that are good enough',
    },
    {
      ...{ path: `routing.tiersByClass.${id}`, head: 'Served on', kind: 'words', isOptional: true },
      fallback: () => '—',
      help: 'Tiers that may serve it, of device, edge, site, campus, leased and api; left empty: all',
    },
  ]
}
