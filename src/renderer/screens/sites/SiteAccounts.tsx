import { toRef } from '../../../engine/trace/trace.ts'
import { MONTHS_PER_YEAR, monthsPerPeriod } from '../../../plan/calendar.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import type { SiteBuild } from '../../../plan/result/siteBuild.ts'
import { formatPeriod, formatShare } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

/** Carbon and water of a site, year by year of the plan, against its permits. */
export function SiteAccounts({ result, siteId }: { readonly result: PlanResult; readonly siteId: string }) {
  const words = useWords().sites
  const { plan } = usePlan()
  const site = plan.sites.find((own) => own.id === siteId)!
  const perYear = MONTHS_PER_YEAR / monthsPerPeriod(plan)
  const builds = result.builds.filter((own) => own.siteId === siteId)
  const years = [...Map.groupBy(builds, (own) => Math.floor(builds.indexOf(own) / perYear)).values()]
  const sum = (year: readonly SiteBuild[], pick: (own: SiteBuild) => number) =>
    year.reduce((total, own) => total + pick(own), 0)
  const traceOf = (field: string) => (year: readonly SiteBuild[]) =>
    toRef('year', field, site.id, ...year.map((own) => own.period))
  const permitOf = (field: string, limit: number | undefined) => (year: readonly SiteBuild[]) =>
    limit === undefined ? undefined : toRef('permit', field, site.id, ...year.map((own) => own.period))
  const ofLimit = (value: number, year: readonly SiteBuild[], limit: number | undefined) =>
    limit === undefined ? '—' : formatShare(value / ((limit * year.length) / perYear))
  return (
    <Panel title={words.accounts} note={words.accountsNote}>
      <DataTable
        label={words.accounts}
        items={years}
        columns={[
          { head: words.yearFrom, read: (year) => formatPeriod(year[0]!.period) },
          {
            head: 'MWh',
            trace: traceOf('energyMwh'),
            number: (year) => sum(year, (own) => own.energyMwh),
          },
          {
            head: words.co2,
            trace: traceOf('co2Tonnes'),
            number: (year) => sum(year, (own) => own.co2Tonnes),
          },
          {
            head: words.intensity,
            digits: 3,
            trace: (year) => toRef('intensity', site.id, ...year.map((own) => own.period)),
            number: (year) => (1000 * sum(year, (own) => own.co2Tonnes)) / sum(year, (own) => own.energyMwh),
          },
          {
            head: words.carbonPermit,
            isNumber: true,
            trace: permitOf('co2Tonnes', site.power.carbonLimitTonnesPerYear),
            read: (year) =>
              ofLimit(
                sum(year, (own) => own.co2Tonnes),
                year,
                site.power.carbonLimitTonnesPerYear,
              ),
          },
          {
            head: words.water,
            trace: traceOf('waterM3'),
            number: (year) => sum(year, (own) => own.waterM3),
          },
          {
            head: words.waterPermit,
            isNumber: true,
            trace: permitOf('waterM3', site.facility.waterLimitM3PerYear),
            read: (year) =>
              ofLimit(
                sum(year, (own) => own.waterM3),
                year,
                site.facility.waterLimitM3PerYear,
              ),
          },
        ]}
      />
    </Panel>
  )
}
