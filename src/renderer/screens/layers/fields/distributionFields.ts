import type { Field } from '../../../grid/field.ts'
import { byId, NOTE } from './commonFields.ts'

export const DISTRIBUTION_FIELDS: readonly Field[] = [
  { path: 'distribution.egressUsdPerGb', head: 'Egress', unit: '$/GB', kind: 'number' },
  {
    ...{ path: 'distribution.bytesPerToken', head: 'Bytes on the wire per token', unit: 'B', kind: 'number' },
    help: 'Both directions, with framing',
  },
]

const SELL = 'distribution.sellPrices'

export const PRICE_FIELDS: readonly Field[] = [
  ...(
    [
      ['usdPerMInput', 'Input tokens'],
      ['usdPerMCachedInput', 'Cached input tokens'],
      ['usdPerMOutput', 'Output tokens'],
    ] as const
  ).map(
    ([name, head]): Field => ({
      ...{ path: `${SELL}.tokens.${name}`, head, unit: '$/Mtok', kind: 'number', isOptional: true },
    }),
  ),
  { path: `${SELL}.changePerYear`, head: 'Change a year', kind: 'share' },
  {
    ...{ path: `${SELL}.computeUsdPerAccelH`, head: 'Accelerators let', unit: '$/accelerator-h' },
    ...{ kind: 'number', isOptional: true },
    help: 'The other business: what an hour of an accelerator would bring',
  },
]

export const LINK_FIELDS: readonly Field[] = [
  { path: 'regionId', head: 'Region', kind: 'choice', options: (plan) => byId(plan.regions), widthPx: 160 },
  { path: 'siteId', head: 'Site', kind: 'choice', options: (plan) => byId(plan.sites), widthPx: 160 },
  { path: 'limitMTokS', head: 'Limit', unit: 'Mtok/s', kind: 'number' },
  NOTE,
]
