import { Group, Select, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatPeriod } from '../../format/numbers.ts'
import { Beside } from '../../parts/Beside.tsx'
import { OfResult } from '../../parts/OfResult.tsx'
import { Unsolved } from '../../parts/Unsolved.tsx'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { BuildingCapex } from './BuildingCapex.tsx'
import { CoolingBlocks } from './CoolingBlocks.tsx'
import { CoolingOptions } from './CoolingOptions.tsx'
import { SingleLine } from './SingleLine.tsx'
import { SiteAccounts } from './SiteAccounts.tsx'
import { SiteClimate } from './SiteClimate.tsx'
import { SiteDays } from './SiteDays.tsx'

/** Power and cooling of one site as the plan builds them: diagram, days, climate, accounts. */
export function SitesScreen() {
  const words = useWords()
  const kept = useSession((state) => state.kept)
  if (!kept) return <Unsolved screen="sites" />
  return (
    <Stack gap="sm">
      <Title order={1}>{words.shell.sites}</Title>
      <Solved result={kept.result} isStale={kept.isStale} />
    </Stack>
  )
}

function Solved({ result, isStale }: { readonly result: PlanResult; readonly isStale: boolean }) {
  const words = useWords()
  const { plan } = usePlan()
  const sites = plan.sites.filter((site) => result.builds.some((build) => build.siteId === site.id))
  const [siteId, setSiteId] = useState<string | null>(null)
  const site =
    sites.find((own) => own.id === siteId) ?? sites.find((own) => isBuilt(result, own.id)) ?? sites[0]
  const [chosen, setPeriod] = useState<string | null>(null)
  if (!site) return <p>{words.sites.nothingBuilt}</p>
  const period = chosen && result.periods.includes(chosen) ? chosen : result.periods.at(-1)!
  const steps = stepsOf(result, site.id)
  return (
    <>
      <Group gap="sm">
        <Select
          size="xs"
          w={220}
          label={words.overview.site}
          data={sites.map((own) => ({ value: own.id, label: own.name }))}
          value={site.id}
          onChange={setSiteId}
          allowDeselect={false}
        />
        <Select
          size="xs"
          w={260}
          label={words.overview.period}
          data={result.periods.map((own) => ({
            value: own,
            label: steps.has(own)
              ? `${formatPeriod(own)} · ${words.sites.phases(String(steps.get(own)))}`
              : formatPeriod(own),
          }))}
          value={period}
          onChange={setPeriod}
          allowDeselect={false}
        />
      </Group>
      <OfResult>
        <SingleLine {...{ result, period }} siteId={site.id} />
      </OfResult>
      {isStale ? (
        <p style={{ margin: 0 }}>{words.sites.stale}</p>
      ) : (
        <SiteDays key={`${site.id} ${period}`} {...{ result, period }} siteId={site.id} />
      )}
      <SiteClimate siteId={site.id} />
      <CoolingOptions siteId={site.id} />
      {!isStale && <CoolingBlocks key={site.id} result={result} siteId={site.id} />}
      <OfResult>
        <Beside>
          <BuildingCapex result={result} siteId={site.id} />
          <SiteAccounts result={result} siteId={site.id} />
        </Beside>
      </OfResult>
    </>
  )
}

function isBuilt(result: PlanResult, siteId: string): boolean {
  return result.builds.some((build) => build.siteId === siteId && build.usedItMw > 1e-6)
}

/** Quarters in which phases come into service, with the phases that then stand. */
function stepsOf(result: PlanResult, siteId: string): Map<string, number> {
  const steps = new Map<string, number>()
  let before = 0
  for (const build of result.builds.filter((own) => own.siteId === siteId)) {
    if (build.phases > before) steps.set(build.period, build.phases)
    before = build.phases
  }
  return steps
}
