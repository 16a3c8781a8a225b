import { Button } from '@mantine/core'
import { useState } from 'react'
import { type Difference, inputDifferences, sourceAt } from '../../../plan/differences.ts'
import type { InputFault } from '../../../plan/fault.ts'
import { formatNumber, formatPeriod } from '../../format/numbers.ts'
import { FaultList } from '../../parts/FaultList.tsx'
import { Panel } from '../../parts/Panel.tsx'
import tables from '../../parts/parts.module.css'
import { editPlan } from '../../state/plan/edits.ts'
import { useSession } from '../../state/plan/session.ts'
import { choiceText } from '../../words/choiceText.ts'
import { usePathName } from '../../words/usePathName.ts'
import { usePlanName, useShippedText } from '../../words/useShippedText.ts'
import { useWords } from '../../words/useWords.ts'
import type { Compared } from './compared.ts'
import { takeValue } from './takeValue.ts'

const SHOWN = 200

/** What was put in, where the plans do not agree; any value can be taken into the plan in view. */
export function InputTable({ compared }: { readonly compared: readonly Compared[] }) {
  const {
    compare: words,
    choices,
    grid: { yes, no },
  } = useWords()
  const nameOf = usePathName()
  const items = inputDifferences(compared.map((own) => own.plan))
  const openedId = useSession((state) => state.opened?.plan.id)
  const say = useShippedText()
  const openedName = usePlanName()(useSession((state) => state.opened?.plan.name) ?? '')
  const [faults, setFaults] = useState<readonly InputFault[]>([])
  const take = async (path: string, from: Compared): Promise<void> =>
    setFaults(
      await editPlan(words.taken(nameOf(path), from.name).slice(0, 200), (draft) =>
        takeValue(draft, from.plan, path),
      ),
    )
  const shown = (path: string, value: string | undefined): string =>
    value === 'true' ? yes : value === 'false' ? no : choiceText(path, showValue(value), choices)
  return (
    <Panel
      title={words.inputs}
      note={
        items.length === 0
          ? words.noDifference
          : `${words.differ(String(items.length))} · ${words.takeInto(openedName)}`
      }
    >
      <FaultList faults={faults} most={4} mb="xs" title={words.notTaken} onClose={() => setFaults([])} />
      <section className={tables.scroll} tabIndex={0} aria-label={words.inputs}>
        <table className={tables.table} aria-label={words.inputs}>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              {compared.map(({ key, name }, index) => (
                <th key={key} scope="col">
                  {index + 1} {name}
                </th>
              ))}
              <th scope="col">{words.source}</th>
            </tr>
          </thead>
          <tbody>
            {items.slice(0, SHOWN).map((item) => (
              <tr key={item.path}>
                <td title={item.path}>{nameOf(item.path)}</td>
                {compared.map((own, index) => (
                  <td key={own.key}>
                    {say(shown(item.path, item.values[index]))}
                    {own.key !== openedId && isNews(item, index, compared, openedId) && (
                      <Button
                        ml={6}
                        size="compact-xs"
                        variant="subtle"
                        aria-label={words.taken(nameOf(item.path), own.name)}
                        onClick={() => void take(item.path, own)}
                      >
                        {words.take}
                      </Button>
                    )}
                  </td>
                ))}
                <Source text={say(sourceAt(compared.at(-1)!.plan, item.path))} />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {items.length > SHOWN && <p>{words.firstOf(String(SHOWN))}</p>}
    </Panel>
  )
}

/** A period and a number as elsewhere on the screens; what else a plan holds as it is. */
function showValue(value: string | undefined): string {
  if (value === undefined) return '—'
  if (/^\d{4}Q[1-4]$/.test(value)) return formatPeriod(value)
  return /^-?\d+\.\d{6,}$/.test(value) ? formatNumber(Number(value), 6) : value
}

/** Whether a plan's value is another than that of the plan in view, which has to be among them. */
function isNews(
  item: Difference,
  index: number,
  compared: readonly Compared[],
  openedId: string | undefined,
): boolean {
  const at = compared.findIndex((own) => own.key === openedId)
  return at >= 0 && item.values[index] !== item.values[at]
}

/** Cut where it is long: the whole of it under the pointer. */
function Source({ text }: { readonly text: string }) {
  return (
    <td className={tables.source} title={text}>
      {text}
    </td>
  )
}
