import { readPurchaseLine } from '../../../../plan/purchaseLine.ts'
import type { AuditLine } from '../../../../plan/result/audit.ts'
import type { CostLine } from '../../../../plan/result/money.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { agrees } from '../../line.ts'
import { ALL_SITES, lineKey, type Payment, presentMusd } from '../../money/ledger.ts'
import { powerPayments } from '../../money/powerPayments.ts'
import { sitePayments } from '../../money/sitePayments.ts'
import { ROYALTIES, tokenPayments } from '../../money/tokenPayments.ts'
import { type Said, say } from '../../said.ts'

const CHECK = 'costs'
const TOLERANCE = 2e-3
/** Where models of unlike royalty serve a class, the plan splits tokens by capacity at the peak. */
const ROYALTY_TOLERANCE = 0.02
/** A hundred dollars. */
const NOISE_MUSD = 1e-4

/**
 * Every payment from the bill of materials and the dispatch (units bought, rooms, contracts, plant, megawatt-hours,
 * tokens), discounted one by one, against the result's cost lines. A line on one side alone is a difference too.
 */
export function checkCosts(audited: Audited): AuditLine[] {
  const { plan, result } = audited
  const payments = [...sitePayments(audited), ...powerPayments(audited), ...tokenPayments(audited)]
  const paid = Map.groupBy(payments, lineKey)
  const claimed = Map.groupBy(result.costs, lineKey)
  const keys = new Set([...paid.keys(), ...claimed.keys()])
  return [...keys].flatMap((key) => {
    const lines = claimed.get(key) ?? []
    const claim = sumOf(lines, (line) => line.presentMusd)
    const shared = sharedOf(key)
    return [
      agrees({
        ...shared,
        path: `costs[${key}].presentMusd`,
        what: say`Present value of ${saidKey(audited, key)}`,
        claimed: claim,
        recomputed: presentMusd(paid.get(key) ?? [], plan),
      }),
      agrees({
        ...shared,
        path: `costs[${key}].byPeriodMusd`,
        what: say`${saidKey(audited, key)}, summed over its quarters`,
        claimed: claim,
        recomputed: sumOf(lines, (line) => sumOf(line.byPeriodMusd, (value) => value)),
      }),
      worstQuarter(audited, key, lines, paid.get(key) ?? []),
    ]
  })
}

/** As in `dal: power: Grid energy`. */
function saidKey({ names }: Audited, key: string): Said {
  const [place = '', layer = '', ...name] = key.split(': ')
  const where = place === ALL_SITES ? say`all sites` : names.place(place)
  return say`${where}: ${layer}: ${saidLine(names, name.join(': '))}`
}

/** A line of what was bought by the name of the accelerator, any other as it is. */
function saidLine(names: Audited['names'], name: string): string | Said {
  const bought = readPurchaseLine(name)
  if (!bought) return name
  const own = names.accelerator(bought.acceleratorId)
  const said = bought.kind === 'Purchase' ? say`Purchase of ${own}` : say`Switches and optics of ${own}`
  return bought.soldAtYears === undefined ? said : say`${said}, sold at ${bought.soldAtYears} years`
}

function sharedOf(key: string) {
  return {
    check: CHECK,
    unit: 'million USD',
    toleranceShare: key.endsWith(ROYALTIES) ? ROYALTY_TOLERANCE : TOLERANCE,
    noise: NOISE_MUSD,
  }
}

/** The quarter in which a line and its payments differ most. */
function worstQuarter(
  audited: Audited,
  key: string,
  lines: readonly CostLine[],
  payments: readonly Payment[],
): AuditLine {
  const { plan, quarters } = audited
  const each = quarters.map((period, t) => ({
    period,
    claimed: sumOf(lines, (line) => line.byPeriodMusd[t] ?? 0),
    recomputed: presentMusd(
      payments.filter((payment) => payment.t === t),
      plan,
    ),
  }))
  const [worst] = each.sort((a, b) => Math.abs(b.claimed - b.recomputed) - Math.abs(a.claimed - a.recomputed))
  const { period, claimed, recomputed } = worst!
  return agrees({
    ...sharedOf(key),
    path: `costs[${key}].byPeriodMusd[${period}]`,
    what: say`${saidKey(audited, key)} in ${period}`,
    claimed,
    recomputed,
  })
}
