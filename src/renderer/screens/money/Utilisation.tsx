import { Group } from '@mantine/core'
import { useMemo } from 'react'
import { levelisedAt, type UtilisationCost } from '../../../engine/results/money/utilisationCost.ts'
import { levelisedAtRef } from '../../../engine/trace/money/utilisationTraces.ts'
import { formatShare, formatUsd } from '../../format/numbers.ts'
import { XyChart, type XyLine } from '../../parts/charts/XyChart.tsx'
import { Figure, Panel } from '../../parts/Panel.tsx'
import { useWords } from '../../words/useWords.ts'

/** Below that the curve leaves the picture. */
const LEAST_PERCENT = 10
const STEP_PERCENT = 5
const PERCENTS = Array.from(
  { length: (100 - LEAST_PERCENT) / STEP_PERCENT + 1 },
  (_, i) => LEAST_PERCENT + STEP_PERCENT * i,
)

/** What a million tokens of the own sites would cost at other utilisations than the plan's, which is marked. */
export function Utilisation({ own }: { readonly own: UtilisationCost }) {
  const words = useWords().money
  const lines = useMemo<XyLine[]>(() => {
    const variable = levelisedAt({ ...own, fixedMusd: 0 }, own.utilisation)
    return [
      {
        ...{ name: words.asPlanned, isScattered: true },
        points: [{ x: own.utilisation * 100, y: levelisedAt(own, own.utilisation) }],
        trace: () => levelisedAtRef(own.utilisation),
        traceX: () => 'own-utilisation',
      },
      {
        ...{ name: words.allCosts, points: PERCENTS.map((x) => ({ x, y: levelisedAt(own, x / 100) })) },
        trace: (index) => levelisedAtRef(PERCENTS[index]! / 100),
      },
      {
        ...{ name: words.variableCost, points: PERCENTS.map((x) => ({ x, y: variable })), isDashed: true },
        trace: () => 'levelised-work',
      },
    ]
  }, [own, words])
  return (
    <Panel title={words.utilisation} note={words.utilisationNote}>
      <Group gap={36} py="xs">
        <Figure
          label={words.utilised}
          value={formatShare(own.utilisation, 1)}
          unit={words.utilisedUnit}
          trace="own-utilisation"
        />
        <Figure
          label={words.fixedCost}
          value={formatUsd(own.fixedMusd * 1e6)}
          unit={words.presentValue}
          trace="own-fixed"
        />
        <Figure
          label={words.variableCost}
          value={formatUsd(own.variableMusd * 1e6)}
          unit={words.presentValue}
          trace="own-variable"
        />
      </Group>
      <XyChart
        label={words.utilisation}
        xTitle={words.utilisationAxis}
        yTitle={words.utilisationCost}
        lines={lines}
      />
    </Panel>
  )
}
