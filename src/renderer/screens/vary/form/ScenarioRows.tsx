import { Button, CloseButton, TextInput } from '@mantine/core'
import { PathSelect } from '../../../parts/decision/PathSelect.tsx'
import { useWords } from '../../../words/useWords.ts'
import { type Change, type Draft, listAt, numberAt, textAt, withItem } from './draft.ts'
import styles from './form.module.css'
import { AsField, NumberField } from './numberFields.tsx'

interface Props {
  readonly draft: Draft
  readonly onChange: Change
}

/** What may turn out one way or another: drivers with options, each a few changes of the plan. */
export function ScenarioRows({ draft, onChange }: Props) {
  const words = useWords().vary
  const drivers = listAt(draft, 'drivers')
  const put = (place: number, driver: Draft | null): void =>
    onChange({ ...draft, drivers: withItem(drivers, place, driver) })
  const add = (path: string): void => {
    const option = (id: string, times: number) => ({ id, edits: [{ path, times }] })
    const id = `driver${drivers.length + 1}`
    onChange({ ...draft, drivers: [...drivers, { id, options: [option('low', 0.8), option('high', 1.2)] }] })
  }
  return (
    <div className={styles.rows}>
      {drivers.map((driver, place) => (
        <Driver key={place} driver={driver} onChange={(next) => put(place, next)} />
      ))}
      <div className={styles.path}>
        <PathSelect label={words.addDriver} placeholder={words.addDriver} value={null} onChange={add} />
      </div>
    </div>
  )
}

function Driver({
  driver,
  onChange,
}: {
  readonly driver: Draft
  readonly onChange: (next: Draft | null) => void
}) {
  const words = useWords().vary
  const options = listAt(driver, 'options')
  const put = (place: number, option: Draft | null): void =>
    onChange({ ...driver, options: withItem(options, place, option) })
  const [first] = options
  return (
    <fieldset className={styles.driver}>
      <div className={styles.row}>
        <TextInput
          size="xs"
          w={170}
          aria-label={words.driver}
          value={textAt(driver, 'id')}
          onChange={(event) => onChange({ ...driver, id: event.currentTarget.value })}
        />
        <Button
          size="compact-xs"
          variant="default"
          onClick={() =>
            onChange({ ...driver, options: [...options, { ...first, id: `option${options.length + 1}` }] })
          }
        >
          {words.addOption}
        </Button>
        <CloseButton
          size="sm"
          aria-label={words.removeInput(textAt(driver, 'id'))}
          onClick={() => onChange(null)}
        />
      </div>
      {options.map((option, place) => (
        <Option key={place} option={option} onChange={(next) => put(place, next)} />
      ))}
    </fieldset>
  )
}

function Option({
  option,
  onChange,
}: {
  readonly option: Draft
  readonly onChange: (next: Draft | null) => void
}) {
  const words = useWords().vary
  const edits = listAt(option, 'edits')
  const put = (place: number, edit: Draft | null): void =>
    onChange({ ...option, edits: withItem(edits, place, edit) })
  return (
    <>
      {edits.map((edit, place) => {
        const as = edit.times === undefined ? 'value' : 'times'
        return (
          <div key={place} className={styles.row}>
            {place === 0 ? (
              <TextInput
                size="xs"
                w={110}
                aria-label={words.option}
                value={textAt(option, 'id')}
                onChange={(event) => onChange({ ...option, id: event.currentTarget.value })}
              />
            ) : (
              <span className={styles.gap} />
            )}
            <div className={styles.path}>
              <PathSelect
                label={words.input}
                value={textAt(edit, 'path')}
                onChange={(path) => put(place, { ...edit, path })}
              />
            </div>
            <AsField
              value={as}
              onChange={(own) => put(place, { path: edit.path, [own]: numberAt(edit, as) || 1 })}
            />
            <NumberField
              label={words.setTo}
              value={numberAt(edit, as)}
              isShare={as === 'times'}
              onChange={(value) => put(place, { path: edit.path, [as]: value })}
            />
            <CloseButton
              size="sm"
              aria-label={words.removeInput(textAt(option, 'id'))}
              onClick={() => (edits.length > 1 ? put(place, null) : onChange(null))}
            />
          </div>
        )
      })}
    </>
  )
}
