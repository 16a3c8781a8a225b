import { said } from '../../../format/punctuation.ts'
import { PathSelect } from '../../../parts/decision/PathSelect.tsx'
import { useWords } from '../../../words/useWords.ts'
import { type Change, type Draft, numberAt, textAt } from './draft.ts'
import styles from './form.module.css'
import { AsField, NumberField } from './numberFields.tsx'

interface Props {
  readonly draft: Draft
  readonly onChange: Change
}

/** The two inputs of a heat map, each from a value to another in even steps. */
export function GridAxes({ draft, onChange }: Props) {
  return (
    <div className={styles.rows}>
      {(['across', 'down'] as const).map((axis) => (
        <Axis
          key={axis}
          name={axis}
          axis={(draft[axis] ?? {}) as Draft}
          onChange={(next) => onChange({ ...draft, [axis]: next })}
        />
      ))}
    </div>
  )
}

interface AxisProps {
  readonly name: 'across' | 'down'
  readonly axis: Draft
  readonly onChange: Change
}

function Axis({ name, axis, onChange }: AxisProps) {
  const words = useWords().vary
  const as = textAt(axis, 'as') || 'times'
  return (
    <div className={styles.row}>
      <span className={styles.axisName}>{words.axes[name]}</span>
      <div className={styles.path}>
        <PathSelect
          label={words.axes[name]}
          value={textAt(axis, 'path')}
          onChange={(path) => onChange({ ...axis, path })}
        />
      </div>
      <AsField value={as} onChange={(own) => onChange({ ...axis, as: own })} />
      {(['from', 'to', 'steps'] as const).map((key) => (
        <div key={key} className={styles.named}>
          {words.numbers[key]}
          <NumberField
            widthPx={72}
            label={said(words.axes[name], words.numbers[key])}
            value={numberAt(axis, key)}
            isShare={as === 'times' && key !== 'steps'}
            onChange={(value) => onChange({ ...axis, [key]: value })}
          />
        </div>
      ))}
    </div>
  )
}
