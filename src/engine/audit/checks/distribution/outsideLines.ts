import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, sumOf } from '../../audited.ts'
import { agrees } from '../../line.ts'
import type { Payment } from '../../money/ledger.ts'
import { type Said, say } from '../../said.ts'

const NOISE_TOK_S = 10

/** What is claimed of a place that others run, in one period. */
interface Outside {
  readonly check: string
  /** Without the field, as in `leases[b200 2028Q1]`. */
  readonly path: string
  readonly id: string
  readonly name: string
  /** As the payments name it. */
  readonly payment: string
  /** As in `Tokens served by B200`. */
  readonly tokens: Said
  readonly period: string
  readonly t: number
  readonly claims: readonly { readonly costMusd: number; readonly tokS: number }[]
}

/** A leased or bought place costs what its payments say and serves what flows to it. */
export function outsideLines({ result }: Audited, payments: readonly Payment[], own: Outside): AuditLine[] {
  const { check, path, period, claims } = own
  return [
    agrees({
      check,
      path: `${path}.costMusd`,
      what: say`What ${own.name} costs in ${period}, before discounting`,
      claimed: sumOf(claims, (claim) => claim.costMusd),
      recomputed: sumOf(
        payments.filter((payment) => payment.name === own.payment && payment.t === own.t),
        (payment) => payment.usd / 1e6,
      ),
      unit: 'million USD',
      toleranceShare: 2e-3,
      noise: 1e-4,
    }),
    agrees({
      check,
      path: `${path}.tokS`,
      what: say`${own.tokens} in ${period} against what flows there`,
      claimed: sumOf(claims, (claim) => claim.tokS),
      recomputed: sumOf(
        result.flows.filter((flow) => flow.to === own.id && flow.period === period),
        (flow) => flow.tokS,
      ),
      unit: 'tok/s',
      toleranceShare: 1e-4,
      noise: NOISE_TOK_S,
    }),
  ]
}
