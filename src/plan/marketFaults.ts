import type { InputFault } from './fault.ts'
import { firstDayOf, isInCalendar } from './priceDates.ts'
import { PRICE_DATE } from './schema/market.ts'
import type { Plan } from './schema/plan.ts'

/** Histories that say two prices for one day, moves that end before they begin or share an id. */
export function findMarketFaults({ distribution }: Plan): InputFault[] {
  const { leases, apis, sales, sellPrices, market } = distribution
  const lists = [
    ...listsOf('leases', leases),
    ...listsOf('apis', apis),
    ...listsOf('sales', sales),
    { path: 'distribution.sellPrices.prices', rows: sellPrices.prices },
    { path: 'distribution.sellPrices.computePrices', rows: sellPrices.computePrices },
  ]
  return [...lists.flatMap(notInCalendar), ...lists.flatMap(twiceOnADay), ...moveFaults(market.moves)]
}

interface Row {
  readonly from: string
  readonly classId?: string | undefined
}
interface History {
  readonly path: string
  readonly rows: readonly Row[]
}

function listsOf(name: string, offers: readonly { readonly prices: readonly Row[] }[]): History[] {
  return offers.map(({ prices }, index) => ({ path: `distribution.${name}[${index}].prices`, rows: prices }))
}

function notInCalendar({ path, rows }: History): InputFault[] {
  return rows.flatMap(({ from }, index) =>
    isInCalendar(from) ? [] : [{ path: `${path}[${index}].from`, value: from, expected: PRICE_DATE }],
  )
}

function twiceOnADay({ path, rows }: History): InputFault[] {
  const seen = new Set<string>()
  return rows.flatMap(({ from, classId = '' }, index) => {
    const key = `${firstDayOf(from)} ${classId}`
    const isTwice = seen.has(key)
    seen.add(key)
    const expected = 'a day on which no other price of this list begins'
    return isTwice ? [{ path: `${path}[${index}].from`, value: from, expected }] : []
  })
}

function moveFaults(moves: Plan['distribution']['market']['moves']): InputFault[] {
  const seen = new Set<string>()
  return moves.flatMap(({ id, from, until }, index) => {
    const path = `distribution.market.moves[${index}]`
    const isTwice = seen.has(id)
    seen.add(id)
    const misdated = (
      [
        ['from', from],
        ['until', until],
      ] as const
    ).flatMap(([field, value]) =>
      value === undefined || isInCalendar(value)
        ? []
        : [{ path: `${path}.${field}`, value, expected: PRICE_DATE }],
    )
    const isBackwards = until !== undefined && firstDayOf(until) <= firstDayOf(from)
    return [
      ...misdated,
      ...(isTwice ? [{ path: `${path}.id`, value: id, expected: 'an id used once' }] : []),
      ...(isBackwards ? [{ path: `${path}.until`, value: until, expected: `a day after ${from}` }] : []),
    ]
  })
}
