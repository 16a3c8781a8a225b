import { CloseButton, Select } from '@mantine/core'
import { PathSelect } from '../../../parts/decision/PathSelect.tsx'
import { useWords } from '../../../words/useWords.ts'
import { type Change, type Draft, listAt, numberAt, textAt, withItem } from './draft.ts'
import styles from './form.module.css'
import { AsField, NumberField } from './numberFields.tsx'

interface Props {
  readonly draft: Draft
  readonly onChange: Change
}

const SHAPES = {
  triangular: ['low', 'mode', 'high'],
  uniform: ['low', 'high'],
  normal: ['mean', 'deviation'],
  lognormal: ['median', 'logDeviation'],
} as const
type Shape = keyof typeof SHAPES
const FIRST: Readonly<Record<Shape, Draft>> = {
  triangular: { shape: 'triangular', low: 0.7, mode: 1, high: 1.5 },
  uniform: { shape: 'uniform', low: 0.8, high: 1.2 },
  normal: { shape: 'normal', mean: 1, deviation: 0.1 },
  lognormal: { shape: 'lognormal', median: 1, logDeviation: 0.2 },
}

/** What is varied, a row each: low and high of a tornado, or how it is spread in a Monte Carlo. */
export function InputRows({ draft, onChange }: Props) {
  const words = useWords().vary
  const inputs = listAt(draft, 'inputs')
  const isDrawn = draft.kind === 'monte-carlo'
  const put = (place: number, item: Draft | null): void =>
    onChange({ ...draft, inputs: withItem(inputs, place, item) })
  const add = (path: string): void =>
    onChange({
      ...draft,
      inputs: [
        ...inputs,
        isDrawn
          ? { path, as: 'times', distribution: FIRST.triangular }
          : { path, as: 'times', low: 0.8, high: 1.2 },
      ],
    })
  return (
    <div className={styles.rows}>
      {inputs.map((input, place) => (
        <div key={place} className={styles.row}>
          <div className={styles.path}>
            <PathSelect
              label={`${words.input} ${place + 1}`}
              value={textAt(input, 'path')}
              onChange={(path) => put(place, { ...input, path })}
            />
          </div>
          <AsField
            value={textAt(input, 'as') || (isDrawn ? 'value' : 'times')}
            onChange={(as) => put(place, { ...input, as })}
          />
          {isDrawn ? (
            <Spread input={input} onChange={(next) => put(place, next)} />
          ) : (
            <Bounds input={input} onChange={(next) => put(place, next)} />
          )}
          <CloseButton
            size="sm"
            aria-label={words.removeInput(String(place + 1))}
            onClick={() => put(place, null)}
          />
        </div>
      ))}
      <div className={styles.path}>
        <PathSelect label={words.addInput} placeholder={words.addInput} value={null} onChange={add} />
      </div>
    </div>
  )
}

interface RowProps {
  readonly input: Draft
  readonly onChange: Change
}

function Bounds({ input, onChange }: RowProps) {
  const words = useWords().vary
  const isShare = textAt(input, 'as') !== 'value'
  return (
    <>
      {(['low', 'high'] as const).map((key) => (
        <div key={key} className={styles.named}>
          {words.numbers[key]}
          <NumberField
            label={words.numbers[key]}
            value={numberAt(input, key)}
            isShare={isShare}
            onChange={(value) => onChange({ ...input, [key]: value })}
          />
        </div>
      ))}
    </>
  )
}

function Spread({ input, onChange }: RowProps) {
  const words = useWords().vary
  const spread = (input.distribution ?? FIRST.triangular) as Draft
  const shape = Object.keys(SHAPES).find((own): own is Shape => own === spread.shape)
  const isShare = textAt(input, 'as') === 'times'
  const put = (distribution: Draft): void => onChange({ ...input, distribution })
  return (
    <>
      <Select
        size="xs"
        w={130}
        aria-label={words.shape}
        data={Object.keys(SHAPES).map((own) => ({ value: own, label: words.shapes[own as Shape] }))}
        value={shape ?? null}
        placeholder={textAt(spread, 'shape')}
        allowDeselect={false}
        onChange={(own) => own !== null && put(FIRST[own as Shape])}
      />
      {(shape === undefined ? [] : SHAPES[shape]).map((key) => (
        <div key={key} className={styles.named}>
          {words.numbers[key]}
          <NumberField
            label={words.numbers[key]}
            value={numberAt(spread, key)}
            isShare={isShare && key !== 'logDeviation'}
            onChange={(value) => put({ ...spread, [key]: value })}
          />
        </div>
      ))}
    </>
  )
}
