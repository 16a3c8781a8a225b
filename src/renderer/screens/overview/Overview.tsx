import { Group, Stack, VisuallyHidden } from '@mantine/core'
import { useMemo, useState } from 'react'
import { toRef } from '../../../engine/trace/trace.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatAmount, formatNumber, formatPeriod, formatUsd } from '../../format/numbers.ts'
import { type Series, SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { OfResult, StaleMark } from '../../parts/OfResult.tsx'
import { Figure } from '../../parts/Panel.tsx'
import { Unsolved } from '../../parts/Unsolved.tsx'
import { useSession } from '../../state/plan/session.ts'
import { useLargeWindow } from '../../state/view/largeWindow.ts'
import { useWords } from '../../words/useWords.ts'
import { WorldMap } from '../flows/WorldMap.tsx'
import { BudgetsUsed } from './BudgetsUsed.tsx'
import { CakePanel } from './CakePanel.tsx'
import { HeadroomGrid } from './HeadroomGrid.tsx'
import styles from './overview.module.css'
import { Pick } from './Pick.tsx'
import { PlanOutline } from './PlanOutline.tsx'
import { TokenCost } from './TokenCost.tsx'
import { Trust } from './Trust.tsx'
import { WhatBinds } from './WhatBinds.tsx'

/** The first screen: the whole plan, in one unit. */
export function Overview() {
  const result = useSession((state) => state.kept?.result)
  const words = useWords()
  if (!result)
    return (
      <Unsolved screen="overview">
        <PlanOutline />
      </Unsolved>
    )
  return (
    <>
      <VisuallyHidden component="h1">{words.shell.overview}</VisuallyHidden>
      <Solved result={result} />
    </>
  )
}

function Solved({ result }: { readonly result: PlanResult }) {
  const [index, setIndex] = useState(result.periods.length - 1)
  const [siteId, setSiteId] = useState<string | null>(null)
  const period = result.periods[Math.min(index, result.periods.length - 1)]!
  const isLarge = useLargeWindow()
  const headroom = {
    ...{ cake: result.cake, periods: result.periods, period, siteId, onSite: setSiteId },
    onPeriod: (own: string) => setIndex(result.periods.indexOf(own)),
  }
  return (
    <OfResult>
      <Stack gap="sm" mih="100%">
        <KeyFigures result={result} />
        <div className={styles.parts}>
          <div className={styles.wide}>
            <CakePanel
              {...{ result, period, siteId }}
              tools={<Pick {...{ result, index, setIndex, siteId, setSiteId }} />}
            />
          </div>
          <div className={styles.aside}>
            <WhatBinds result={result} />
            <BudgetsUsed result={result} />
            {/* Of another result all lines are others. */}
            <Trust key={result.inputsHash} result={result} />
          </div>
          <ItPower result={result} heightPx={isLarge ? 230 : 150} />
          <TokenCost result={result} />
          <div className={styles.across}>
            <HeadroomGrid {...headroom} {...(isLarge ? { by: 'time' as const } : {})} />
          </div>
          {isLarge && (
            <div className={styles.pair}>
              <HeadroomGrid {...headroom} by="site" />
              <WorldMap result={result} period={period} />
            </div>
          )}
        </div>
      </Stack>
    </OfResult>
  )
}

function KeyFigures({ result }: { readonly result: PlanResult }) {
  const words = useWords().overview
  const { summary } = result
  return (
    <Group gap="6px 26px" align="end" pos="relative">
      <StaleMark />
      <Figure
        label={words.served(formatPeriod(result.periods.at(-1)!))}
        value={formatAmount(summary.servedTokensPerDayEnd)}
        trace="served-per-day"
        unit={words.tokensADay}
      />
      <Figure
        label={words.levelised}
        value={formatUsd(summary.levelisedUsdPerMTok)}
        trace="levelised"
        unit={words.perMillion}
      />
      <Figure
        label={words.itLoad}
        value={`${formatNumber(summary.usedItMwEnd)} MW`}
        trace={toRef('megawatts', 'usedItMw')}
        unit={words.ofBuilt(formatNumber(summary.builtItMwEnd))}
      />
      <Figure
        label={words.contracted}
        value={`${formatNumber(summary.contractedMwEnd)} MW`}
        trace={toRef('megawatts', 'contractedMw')}
      />
      <Figure
        label={words.netPresentCost}
        value={formatUsd(summary.netPresentCostMusd * 1e6)}
        trace="net-present-cost"
        unit={words.overHorizon}
      />
    </Group>
  )
}

function ItPower({ result, heightPx }: { readonly result: PlanResult; readonly heightPx: number }) {
  const words = useWords().overview
  const labels = useMemo(() => result.periods.map(formatPeriod), [result])
  const series = useMemo<Series[]>(() => {
    const sum = (pick: (build: PlanResult['builds'][number]) => number): number[] =>
      result.periods.map((period) =>
        result.builds
          .filter((build) => build.period === period)
          .reduce((total, build) => total + pick(build), 0),
      )
    const line = (name: string, field: 'builtItMw' | 'usedItMw', role: 'capacity' | 'need'): Series => ({
      ...{ name, role, values: sum((build) => build[field]), isStepped: true },
      trace: (index) => toRef('megawatts', field, result.periods[index]!),
    })
    return [line(words.built, 'builtItMw', 'capacity'), line(words.needed, 'usedItMw', 'need')]
  }, [result, words])
  return <SeriesChart title={words.itPower} unit="MW" {...{ heightPx, labels, series }} />
}
