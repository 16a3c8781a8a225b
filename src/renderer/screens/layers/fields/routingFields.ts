import type { Field } from '../../../grid/field.ts'
import { choice } from './commonFields.ts'

export const ROUTING_FIELDS: readonly Field[] = [
  {
    ...{ path: 'routing.smallModelsForSimpleTasks', head: 'Small models for simple tasks', kind: 'flag' },
    help: 'No: every task goes to a model of the higher floor, the plan without layer 6',
  },
  {
    ...{ path: 'routing.headroom', head: 'Headroom', kind: 'choice', options: choice('caps', 'queueing') },
    help: 'Queueing by pool size: small pools get the room in which 95 of 100 calls find a place in time; solves again until they have it',
  },
  { path: 'routing.residency', head: 'Private data stays in its zone', kind: 'flag' },
  {
    ...{ path: 'routing.openZones', head: 'Zones that it may leave', kind: 'words' },
    help: 'Zones whose private demand may be served elsewhere all the same, as in eu',
  },
  {
    ...{ path: 'routing.mustServe', head: 'All demand must be served', kind: 'flag' },
    help: 'Yes: a plan that leaves demand unserved is no plan',
  },
  {
    path: 'routing.unservedUsdPerMTok',
    head: 'Penalty for tokens not served',
    unit: '$/Mtok',
    kind: 'number',
  },
  {
    ...{ path: 'routing.qualityFloorComplex', head: 'Quality floor, complex tasks', kind: 'number' },
    help: '0 to 1, relative to the reference model',
  },
  { path: 'routing.qualityFloorSimple', head: 'Quality floor, simple tasks', kind: 'number' },
  {
    ...{ path: 'routing.qualityRule', head: 'Quality floors hold', kind: 'choice' },
    options: choice('hard', 'average'),
    help: 'For every model that serves a class, or on average: for its tokens of a region and period together',
  },
  {
    ...{ path: 'routing.poolAcrossSites', head: 'Sites pool their load', kind: 'flag' },
    help: 'No: each region is served by the nearest of the sites that may serve it, by leases and by APIs',
  },
  ...(['realtime', 'interactive', 'standard', 'batch'] as const).map(
    (name): Field => ({
      ...{ path: `routing.utilisationCap.${name}`, head: `Highest utilisation, ${name}`, kind: 'share' },
      help: 'Of capacity at the peak; the rest keeps queues short',
    }),
  ),
  {
    ...{ path: 'routing.stickyShare', head: 'Sticky sessions', kind: 'share' },
    help: 'Calls that come back to where their prefix is cached; fewer mean fewer cache hits',
  },
  ...(['standard', 'batch'] as const).map(
    (name): Field => ({
      ...{ path: `routing.deferrableHours.${name}`, head: `May wait, ${name}`, unit: 'h', kind: 'number' },
      help: 'Hours within which work may be put off to a quieter block; 0: none',
    }),
  ),
  {
    ...{ path: 'routing.barredClasses', head: 'Barred classes', kind: 'words' },
    help: 'Classes that may be served nowhere, as in realtime-complex',
  },
]
