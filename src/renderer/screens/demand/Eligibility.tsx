import { useMemo } from 'react'
import type { Inputs } from '../../../engine/derive/inputs.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import { AppFault } from '../../../plan/fault.ts'
import { tierOf } from '../../../plan/tiers.ts'
import { formatNumber } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { Traced } from '../../parts/traced/Traced.tsx'
import { inputsOf } from '../../state/plan/inputsOf.ts'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './demand.module.css'
import { type EligibilityCell, eligibilityRows } from './eligibility.view.ts'

/** Every class of every region against every place: yes, or why not. */
export function Eligibility() {
  const words = useWords().demand
  const { plan, catalog } = usePlan()
  const names = useThingNames()
  const shipped = useSession((state) => state.catalog)!
  const inputs = useMemo((): Inputs | string => {
    try {
      return inputsOf(plan, shipped)
    } catch (error) {
      if (error instanceof AppFault) return error.message
      throw error
    }
  }, [plan, shipped])
  if (typeof inputs === 'string') return <Panel title={words.eligibility}>{inputs}</Panel>
  const rows = eligibilityRows(inputs, catalog)
  const places = [...plan.sites, ...plan.distribution.leases, ...plan.distribution.apis]
  return (
    <Panel title={words.eligibility} note={words.eligibilityNote}>
      <section className={styles.scroll} tabIndex={0} aria-label={words.eligibility}>
        <table className={`${styles.matrix} ${styles.places}`} aria-label={words.eligibility}>
          <thead>
            <tr>
              <th scope="col">{words.taskClass}</th>
              <th scope="col" className={styles.region}>
                {words.region}
              </th>
              {places.map((place) => (
                <th key={place.id} scope="col">
                  {place.name}
                  <span className={styles.tier}>{words.tiers[tierOf(plan, place.id)]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.classId} ${row.regionName}`} data-stranded={row.isStranded || undefined}>
                <th scope="row">{names.taskClass(row.classId)}</th>
                <td className={styles.region}>{row.regionName}</td>
                {row.cells.map((cell) => (
                  <Cell key={cell.placeId} cell={cell} regionId={row.regionId} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  )
}

/** A number stays beside its sign and its unit where a narrow cell breaks into lines. */
const NO_BREAK = '\u00a0'

function Cell({ cell, regionId }: { readonly cell: EligibilityCell; readonly regionId: string }) {
  const words = useWords().demand
  const about = cell.isEstimate ? `≈${NO_BREAK}` : ''
  const ms = `${about}${formatNumber(cell.rttMs)}`
  const estimate = cell.isEstimate ? `; ${words.byDistance}` : ''
  const roundTrip = `${words.roundTrip(ms, formatNumber(cell.mostRttMs))}${estimate}`
  if (cell.refusal === null)
    return (
      <td className={styles.yes} title={roundTrip}>
        {words.yes}
      </td>
    )
  const why = words.refusals[cell.refusal]
  return (
    <td
      className={styles.no}
      title={cell.refusal === 'latency' ? roundTrip : words.refusalHelp[cell.refusal]}
    >
      {cell.refusal === 'latency' ? (
        <Traced trace={toRef('round-trip', regionId, cell.placeId)}>
          {`${why} ${ms} >${NO_BREAK}${formatNumber(cell.mostRttMs)}${NO_BREAK}ms`}
        </Traced>
      ) : (
        why
      )}
    </td>
  )
}
