import { Button, Group, SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { impliedRatio } from '../../../engine/demand/impliedRatio.ts'
import { LAYER_VARIANTS, variantEdits } from '../../../engine/demand/layerVariants.ts'
import { withoutLimits } from '../../../engine/demand/withoutLimits.ts'
import { deriveInputs } from '../../../engine/derive/deriveInputs.ts'
import {
  IMPLIED_RATIO,
  IMPLIED_SHARE,
  layerTimesRef,
  layerVariantRef,
} from '../../../engine/trace/decisions/layerTraces.ts'
import type { TraceRef } from '../../../engine/trace/trace.ts'
import { editedPlan } from '../../../plan/planPath.ts'
import { formatIn, formatNumber, formatShare } from '../../format/numbers.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { TracedOf } from '../../parts/traced/Traced.tsx'
import { TracedText } from '../../parts/traced/TracedText.tsx'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { findLayerWorth, stopLayerWorth, useLayerWorth } from '../../state/work/layerWorth.ts'
import { useWords } from '../../words/useWords.ts'

/** What routing, waiting and pooling are worth in megawatts and money, by solving with and without each. */
export function LayerWorth() {
  const words = useWords().demand
  const { plan } = usePlan()
  const [isUnlimited, setUnlimited] = useState(true)
  const { isRunning, solved, problem } = useLayerWorth()
  if (plan.demand.length === 0 || plan.sites.length === 0) return null
  return (
    <Panel title={words.worth} note={isUnlimited ? words.worthUnlimited : words.worthAsPlanned}>
      <Group gap="xs" mb="xs">
        <SegmentedControl
          size="xs"
          aria-label={words.worth}
          data={[
            { value: 'unlimited', label: words.unlimited },
            { value: 'planned', label: words.planned },
          ]}
          value={isUnlimited ? 'unlimited' : 'planned'}
          onChange={(value) => setUnlimited(value === 'unlimited')}
        />
        {isRunning ? (
          <Button size="xs" variant="default" onClick={stopLayerWorth}>
            {words.stop}
          </Button>
        ) : (
          <Button size="xs" onClick={() => void findLayerWorth(isUnlimited)}>
            {words.solveWithout}
          </Button>
        )}
      </Group>
      <div role="status" aria-busy={isRunning}>
        {isRunning && <p>{words.solvedOf(String(solved), String(LAYER_VARIANTS.length))}</p>}
        {problem !== null && <p>{problem}</p>}
      </div>
      <Found isUnlimited={isUnlimited} />
    </Panel>
  )
}

function Found({ isUnlimited }: { readonly isUnlimited: boolean }) {
  const words = useWords().demand
  const { found, inputsHash, isUnlimited: wasUnlimited } = useLayerWorth()
  const { plan } = usePlan()
  const hash = useSession(({ opened }) => opened?.inputsHash)
  const of = useMemo(() => {
    const name = (isUnlimited ? words.withoutLimits : words.solvedAsPlanned)(plan.name)
    return found && { plan, result: null, name, asked: { layers: { found, isUnlimited } } }
  }, [plan, words, found, isUnlimited])
  if (!found || inputsHash !== hash || wasUnlimited !== isUnlimited) return null
  const now = found.get('asItIs')?.usedItMwEnd ?? 0
  const items = LAYER_VARIANTS.map((variant) => ({ variant, metrics: found.get(variant) ?? null }))
  type Item = (typeof items)[number]
  const number = (
    head: string,
    read: (own: NonNullable<Item['metrics']>) => string,
    ref: (variant: Item['variant']) => TraceRef,
  ) => ({
    ...{ head, isNumber: true },
    read: ({ metrics }: Item) => (metrics ? read(metrics) : words.noPlan),
    trace: ({ variant, metrics }: Item) => (metrics ? ref(variant) : undefined),
  })
  return (
    <TracedOf value={of}>
      <DataTable
        label={words.worth}
        items={items}
        columns={[
          { head: words.variant, read: ({ variant }) => words.variants[variant] },
          number(
            words.usedMw,
            (own) => formatNumber(own.usedItMwEnd),
            (variant) => layerVariantRef(variant, 'usedItMwEnd'),
          ),
          number(
            words.timesMw,
            (own) => (now > 0 ? `× ${formatNumber(own.usedItMwEnd / now, 3)}` : ''),
            layerTimesRef,
          ),
          {
            ...{ head: words.costMusd, unit: 'M$', digits: 3, none: words.noPlan },
            number: ({ metrics }) => metrics?.netPresentCostMusd,
            trace: ({ variant, metrics }) =>
              metrics ? layerVariantRef(variant, 'netPresentCostMusd') : undefined,
          },
          number(
            words.perMTok,
            (own) => formatIn('$', own.levelisedUsdPerMTok),
            (variant) => layerVariantRef(variant, 'levelisedUsdPerMTok'),
          ),
          number(
            words.unserved,
            (own) => formatShare(own.unservedShare, 1),
            (variant) => layerVariantRef(variant, 'unservedShare'),
          ),
        ]}
      />
      <Implied isUnlimited={isUnlimited} />
    </TracedOf>
  )
}

/** The same ratio from the speeds of the models alone. */
function Implied({ isUnlimited }: { readonly isUnlimited: boolean }) {
  const words = useWords().demand
  const { plan } = usePlan()
  const shipped = useSession((state) => state.catalog)!
  const implied = useMemo(() => {
    const own = isUnlimited ? withoutLimits(plan) : plan
    const off = editedPlan(own, variantEdits(own, 'withoutRouting'))
    return impliedRatio(deriveInputs(own, shipped), deriveInputs(off, shipped))
  }, [plan, shipped, isUnlimited])
  if (!implied) return null
  return (
    <p>
      <TracedText
        say={words.implied}
        figures={[
          { shown: formatShare(implied.smallShare, 1), trace: IMPLIED_SHARE },
          { shown: formatNumber(implied.ratio, 3), trace: IMPLIED_RATIO },
        ]}
      />
    </p>
  )
}
