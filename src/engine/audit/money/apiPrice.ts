import { type Audited, sumOf } from '../audited.ts'
import { firstDayOf } from '../calendar.ts'
import { middleOf } from './ledger.ts'

type Offer = Audited['plan']['distribution']['apis'][number]

/** USD per million tokens of a class's mix, at the list that holds when the period begins. */
export function apiUsdPerMTok(audited: Audited, api: Offer, classId: string, t: number): number {
  const usd = usdOfMix(audited, classId, listOn(audited, api, audited.quarters[t]!))
  return usd * (1 + api.priceChangePerYear) ** middleOf(audited.plan, t)
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

/** Prices of input, cached input and output: the youngest that began by then, else the oldest. */
function listOn({ catalog }: Audited, api: Offer, period: string): [number, number, number] {
  const day = firstDayOf(period)
  const named = catalog.token_prices.find((row) => row.id === api.tokenPriceId)
  const rows = catalog.token_prices.filter(
    (row) => named !== undefined && row.model === named.model && row.provider === named.provider,
  )
  const lists =
    api.prices.length > 0 ? api.prices : rows.map((row) => ({ ...row, from: row.validFrom ?? '' }))
  if (lists.length === 0) return [0, 0, 0]
  const dated = lists.map((list) => ({ list, on: Number(list.from.replaceAll('-', '')) }))
  const begun = dated.filter(({ on }) => on <= day)
  const { list } =
    begun.length > 0
      ? begun.reduce((last, own) => (own.on > last.on ? own : last))
      : dated.reduce((first, own) => (own.on < first.on ? own : first))
  return [list.usdPerMInput, list.usdPerMCachedInput ?? list.usdPerMInput, list.usdPerMOutput]
}
