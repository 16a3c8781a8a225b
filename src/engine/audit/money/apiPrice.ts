import { type Audited, sumOf } from '../audited.ts'
import { monthCount } from '../calendar.ts'
import { grownBy, type Quoted, quoteAt } from './marketPrices.ts'

type Offer = Audited['plan']['distribution']['apis'][number]

/** USD per million tokens of a class's mix, at the list that holds when the period begins. */
export function apiUsdPerMTok(audited: Audited, api: Offer, classId: string, t: number): number {
  const { quote, atMonth } = listOn(audited, api, t)
  const trade = api.tier === 'device' ? undefined : ({ side: 'buy', goods: 'tokens' } as const)
  return usdOfMix(audited, classId, quote) * grownBy(audited.plan, t, atMonth, api.priceChangePerYear, trade)
}

/** USD per million tokens of a class at prices of input, cached input and output. */
export function usdOfMix(
  audited: Audited,
  classId: string,
  [input, cached, output]: readonly [number, number, number],
): number {
  const own = audited.streams.filter((stream) => stream.classId === classId)
  const weightOf = (stream: (typeof own)[number]) => sumOf(stream.meanTokS, (tokS) => tokS)
  const usd = sumOf(own, (stream) => {
    const readUsd = (1 - stream.cacheHitShare) * input + stream.cacheHitShare * cached
    return weightOf(stream) * ((1 - stream.outputShare) * readUsd + stream.outputShare * output)
  })
  const tokens = sumOf(own, weightOf)
  return tokens > 0 ? usd / tokens : 0
}

/** Prices of input, cached input and output: the youngest that began by then, else the oldest; and when it began. */
function listOn({ plan, catalog }: Audited, api: Offer, t: number): Quoted<[number, number, number]> {
  const named = catalog.token_prices.find((row) => row.id === api.tokenPriceId)
  const rows = catalog.token_prices.filter(
    (row) => named !== undefined && row.model === named.model && row.provider === named.provider,
  )
  const lists =
    api.prices.length > 0 ? api.prices : rows.map((row) => ({ ...row, from: row.validFrom ?? '2000-01-01' }))
  if (lists.length === 0) return { quote: [0, 0, 0], atMonth: undefined }
  const found = quoteAt<(typeof lists)[number]>(plan, t, lists)
  const list = found?.quote ?? lists.reduce((first, own) => (isEarlier(own, first) ? own : first))
  return {
    quote: [list.usdPerMInput, list.usdPerMCachedInput ?? list.usdPerMInput, list.usdPerMOutput],
    atMonth: found?.atMonth,
  }
}

const isEarlier = (own: { from: string }, other: { from: string }): boolean =>
  monthCount(own.from) < monthCount(other.from)
