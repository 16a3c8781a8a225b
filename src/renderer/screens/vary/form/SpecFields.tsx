import { Checkbox, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { PathSelect } from '../../../parts/decision/PathSelect.tsx'
import { TurnSelect } from '../../../parts/decision/TurnSelect.tsx'
import { useWords } from '../../../words/useWords.ts'
import { type Change, type Draft, numberAt, textAt } from './draft.ts'
import styles from './form.module.css'
import { GridAxes } from './GridAxes.tsx'
import { InputRows } from './InputRows.tsx'
import { AsField, NumberField } from './numberFields.tsx'
import { ScenarioRows } from './ScenarioRows.tsx'

interface Props {
  readonly draft: Draft
  readonly onChange: Change
}

/** The question as a form, by its kind. */
export function SpecFields({ draft, onChange }: Props) {
  switch (draft.kind) {
    case 'sensitivity':
      return (
        <>
          <div className={styles.row}>
            <DesignField {...{ draft, onChange }} />
            <Whole name="steps" {...{ draft, onChange }} />
          </div>
          <InputRows {...{ draft, onChange }} />
        </>
      )
    case 'grid':
      return (
        <>
          <DesignField {...{ draft, onChange }} />
          <GridAxes {...{ draft, onChange }} />
        </>
      )
    case 'monte-carlo':
      return (
        <>
          <div className={styles.row}>
            <DesignField {...{ draft, onChange }} />
            <Whole name="draws" {...{ draft, onChange }} />
            <Whole name="seed" {...{ draft, onChange }} />
          </div>
          <InputRows {...{ draft, onChange }} />
        </>
      )
    case 'scenarios':
      return (
        <>
          <DesignField {...{ draft, onChange }} />
          <ScenarioRows {...{ draft, onChange }} />
        </>
      )
    case 'threshold':
      return <Threshold {...{ draft, onChange }} />
    case 'pareto':
      return <Front {...{ draft, onChange }} />
    default:
      return null
  }
}

function Named({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.named}>
      {label}
      {children}
    </div>
  )
}

function DesignField({ draft, onChange }: Props) {
  const words = useWords().vary
  return (
    <Named label={words.design}>
      <Select
        size="xs"
        w={270}
        maw="100%"
        aria-label={words.design}
        data={(['full', 'fixed'] as const).map((value) => ({ value, label: words.designs[value] }))}
        value={textAt(draft, 'design') || 'full'}
        allowDeselect={false}
        onChange={(design) => onChange({ ...draft, design })}
      />
    </Named>
  )
}

function Whole({ draft, onChange, name }: Props & { readonly name: 'draws' | 'seed' | 'steps' }) {
  const words = useWords().vary
  return (
    <Named label={words[name]}>
      <NumberField
        label={words[name]}
        value={numberAt(draft, name)}
        onChange={(value) => onChange({ ...draft, [name]: value })}
      />
    </Named>
  )
}

function Threshold({ draft, onChange }: Props) {
  const words = useWords().vary
  const as = textAt(draft, 'as') || 'value'
  return (
    <div className={styles.rows}>
      <div className={styles.row}>
        <div className={styles.path}>
          <PathSelect
            label={words.input}
            value={textAt(draft, 'path')}
            onChange={(path) => onChange({ ...draft, path })}
          />
        </div>
        <AsField value={as} onChange={(own) => onChange({ ...draft, as: own })} />
        {(['from', 'to'] as const).map((key) => (
          <Named key={key} label={words.numbers[key]}>
            <NumberField
              label={words.numbers[key]}
              value={numberAt(draft, key)}
              isShare={as === 'times'}
              onChange={(value) => onChange({ ...draft, [key]: value })}
            />
          </Named>
        ))}
      </div>
      <Named label={words.turning}>
        <TurnSelect
          label={words.turning}
          value={textAt(draft, 'flips')}
          onChange={(flips) => onChange({ ...draft, flips })}
        />
      </Named>
    </div>
  )
}

const AGAINST = ['carbon', 'unserved', 'leased', 'edge'] as const

function Front({ draft, onChange }: Props) {
  const words = useWords().vary
  const caps = textAt(draft, 'against') === 'edge' ? words.capsAway : words.caps
  const shares = Array.isArray(draft.shares) ? (draft.shares as unknown[]).map(Number) : []
  return (
    <div className={styles.rows}>
      <Named label={words.against}>
        <Select
          size="xs"
          w={330}
          aria-label={words.against}
          data={AGAINST.map((value) => ({ value, label: words.measures[value] }))}
          value={textAt(draft, 'against')}
          allowDeselect={false}
          onChange={(against) => onChange({ ...draft, against })}
        />
      </Named>
      <div className={styles.row}>
        <span className={styles.soft}>{caps}</span>
        {shares.map((share, place) => (
          <NumberField
            key={place}
            widthPx={72}
            label={`${caps} ${place + 1}`}
            value={share}
            isShare
            onChange={(value) =>
              onChange({ ...draft, shares: shares.map((own, index) => (index === place ? value : own)) })
            }
          />
        ))}
      </div>
      <Checkbox
        size="xs"
        label={words.least}
        checked={draft.least === true}
        onChange={({ currentTarget }) => onChange({ ...draft, least: currentTarget.checked })}
      />
    </div>
  )
}
