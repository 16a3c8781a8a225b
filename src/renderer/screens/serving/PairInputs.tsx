import { Group, NumberInput, Select } from '@mantine/core'
import type { PrefillAsked } from '../../../engine/pairs/comparePairs.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { usePair, usePairInView } from './pair.ts'

interface Props {
  readonly hasModel?: boolean
  readonly hasAccelerator?: boolean
  readonly hasTargets?: boolean
}

const PREFILLS = ['plan', 'chunked', 'disaggregated', 'fastest', 'both'] as const

/** Which pair, and at which lengths and targets. */
export function PairInputs({ hasModel = true, hasAccelerator = true, hasTargets = false }: Props) {
  const words = useWords()
  const { catalog } = usePlan()
  const { model, accelerator } = usePairInView()
  const { inputTokens, outputTokens, ttftMs, tpotMs, prefill } = usePair()
  return (
    <Group gap="sm" align="end" mb="sm">
      {hasModel && (
        <Select
          size="xs"
          label={words.curve.model}
          searchable
          data={catalog.models.map((row) => ({ value: row.id, label: row.model }))}
          value={model.id}
          onChange={(modelId) => modelId && usePair.setState({ modelId })}
        />
      )}
      {hasAccelerator && (
        <Select
          size="xs"
          label={words.curve.accelerator}
          searchable
          data={catalog.accelerators.map((row) => ({ value: row.id, label: row.accelerator }))}
          value={accelerator.id}
          onChange={(acceleratorId) => acceleratorId && usePair.setState({ acceleratorId })}
        />
      )}
      <NumberInput
        {...{ size: 'xs', w: 120, min: 1, max: 1e6, label: words.curve.input, value: inputTokens }}
        onChange={(value) => usePair.setState({ inputTokens: whole(value) ?? 1 })}
      />
      <NumberInput
        {...{ size: 'xs', w: 120, min: 1, max: 1e6, label: words.curve.output, value: outputTokens }}
        onChange={(value) => usePair.setState({ outputTokens: whole(value) ?? 1 })}
      />
      <Select
        {...{ size: 'xs', w: 170, allowDeselect: false, label: words.serving.prefillAsked }}
        data={PREFILLS.map((value) => ({ value, label: words.serving.prefills[value] }))}
        value={prefill ?? 'plan'}
        onChange={(value) => usePair.setState({ prefill: value === 'plan' ? null : (value as PrefillAsked) })}
      />
      {hasTargets && (
        <>
          <NumberInput
            {...{ size: 'xs', w: 170, min: 1, max: 1e6, label: words.serving.ttft, value: ttftMs ?? '' }}
            onChange={(value) => usePair.setState({ ttftMs: whole(value) })}
          />
          <NumberInput
            {...{ size: 'xs', w: 170, min: 1, max: 1e4, label: words.serving.tpot, value: tpotMs ?? '' }}
            onChange={(value) => usePair.setState({ tpotMs: whole(value) })}
          />
        </>
      )}
    </Group>
  )
}

/** What was typed as a whole number of one or more; null for nothing. */
function whole(value: string | number): number | null {
  const number = Number(value)
  return value !== '' && Number.isFinite(number) && number >= 1 ? Math.min(1e6, Math.round(number)) : null
}
