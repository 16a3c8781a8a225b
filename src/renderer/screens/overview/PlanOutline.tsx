import { useMemo } from 'react'
import { findAccelerator, findModel } from '../../../catalog/find.ts'
import { listClasses, listWorkloads } from '../../../engine/derive/agents/workloads.ts'
import { listPeriods } from '../../../engine/derive/periods.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { LAYERS, type LayerName } from '../../../plan/result/cake.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { formatAmount, formatNumber, formatPeriod } from '../../format/numbers.ts'
import { listed } from '../../format/punctuation.ts'
import { Panel } from '../../parts/Panel.tsx'
import { derived } from '../../state/plan/derived.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { go } from '../../state/view/route.ts'
import type { Words } from '../../words/en.ts'
import { useWords } from '../../words/useWords.ts'
import { lineTokens } from '../demand/lineTokens.view.ts'
import styles from './overview.module.css'

/** What a plan without a result holds, layer by layer, and the way to each. */
export function PlanOutline() {
  const words = useWords()
  const { plan, catalog } = usePlan()
  const said = useMemo(() => describe(plan, catalog, words), [plan, catalog, words])
  const periods = useMemo(() => listPeriods(plan), [plan])
  const [from = '', to = ''] = [periods[0], periods.at(-1)].map((own) => formatPeriod(own?.label ?? ''))
  return (
    <Panel title={words.unsolved.outline} note={words.unsolved.outlineNote(from, to)}>
      <table className={styles.cake}>
        <thead>
          <tr>
            <th scope="col">{words.layer}</th>
            <th scope="col">{words.unsolved.holds}</th>
          </tr>
        </thead>
        <tbody>
          {LAYERS.map((layer, index) => (
            <tr key={layer}>
              <td>
                <button type="button" className={styles.layer} onClick={() => go(layer)}>
                  <i>{LAYERS.length - index}</i>
                  <span>
                    <strong>{words.layers[layer].name}</strong>
                    <small>{words.layers[layer].what}</small>
                  </span>
                </button>
              </td>
              <td className={styles.holds}>{said[layer] || words.unsolved.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function describe(plan: Plan, catalog: Catalog, { unsolved: words }: Words): Record<LayerName, string> {
  const perDay = lineTokens(plan, catalog, { path: null, text: null }, []).perDay
  const classes = derived(() => listClasses(listWorkloads(plan, catalog)).length) ?? 0
  const { leases, apis, sales } = plan.distribution
  const sum = (pick: (site: Plan['sites'][number]) => number) =>
    plan.sites.reduce((total, site) => total + pick(site), 0)
  const mw = (pick: (site: Plan['sites'][number]) => number) => `${formatNumber(sum(pick))} MW`
  const lines = plan.demand.length
  const join = (...parts: readonly (string | false | null)[]) => parts.filter(Boolean).join(words.and)
  return {
    agents: join(
      lines > 0 && words.demand(lines, plan.regions.length),
      lines > 0 && perDay && words.tokens(formatAmount(perDay[0]), formatAmount(perDay[1])),
    ),
    scheduling: join(classes > 0 && words.classes(classes)),
    distribution: join(words.offers(leases.length, apis.length, sales.length)),
    models: listed(plan.models.map((own) => findModel(catalog, own.catalogModelId)?.model ?? own.id)),
    accelerators: listed(
      plan.accelerators.map(
        (own) => findAccelerator(catalog, own.catalogAcceleratorId)?.accelerator ?? own.id,
      ),
    ),
    facility: join(
      plan.sites.length > 0 &&
        words.sites(
          plan.sites.length,
          mw((own) => own.facility.maxItMw),
        ),
    ),
    power: join(
      plan.sites.length > 0 && words.grid(mw((own) => own.power.gridLimitMw)),
      words.energy(
        sum((own) => own.power.contracts.length),
        sum((own) => own.power.onSite.length),
      ),
    ),
  }
}
