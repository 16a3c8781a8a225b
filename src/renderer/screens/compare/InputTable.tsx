import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { type Difference, inputDifferences, isSameInput, sourceAt } from '../../../plan/differences.ts'
import type { InputFault } from '../../../plan/fault.ts'
import { FaultList } from '../../parts/FaultList.tsx'
import { Panel } from '../../parts/Panel.tsx'
import tables from '../../parts/parts.module.css'
import { editPlan } from '../../state/plan/edits.ts'
import { useSession } from '../../state/plan/session.ts'
import { useInputText } from '../../words/useInputText.ts'
import { usePlanName, useShippedText } from '../../words/useShippedText.ts'
import { useWords } from '../../words/useWords.ts'
import type { Compared } from './compared.ts'
import { takeValue } from './takeValue.ts'

const SHOWN = 200

/** What was put in, where the plans do not agree; any value can be taken into the plan in view. */
export function InputTable({ compared }: { readonly compared: readonly Compared[] }) {
  const words = useWords().compare
  const plans = useMemo(() => compared.map((own) => own.plan), [compared])
  const inputs = useInputText(plans)
  const items = useMemo(() => inputDifferences(plans), [plans])
  const openedId = useSession((state) => state.opened?.plan.id)
  const say = useShippedText()
  const openedName = usePlanName()(useSession((state) => state.opened?.plan.name) ?? '')
  const [faults, setFaults] = useState<readonly InputFault[]>([])
  const take = async (name: string, path: string, from: Compared): Promise<void> =>
    setFaults(
      await editPlan(words.taken(name, from.name).slice(0, 200), (draft) =>
        takeValue(draft, from.plan, path),
      ),
    )
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
            {items.slice(0, SHOWN).map(({ path, values }) => {
              const name = inputs.name(path, values)
              return (
                <tr key={path}>
                  <td title={path}>{name}</td>
                  {compared.map((own, index) => (
                    <td key={own.key}>
                      {say(inputs.text(path, values, index))}
                      {own.key !== openedId && isNews(values, index, compared, openedId) && (
                        <Button
                          ml={6}
                          size="compact-xs"
                          variant="subtle"
                          aria-label={words.taken(name, own.name)}
                          onClick={() => void take(name, path, own)}
                        >
                          {words.take}
                        </Button>
                      )}
                    </td>
                  ))}
                  <Source text={say(sourceAt(compared.at(-1)!.plan, path))} />
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      {items.length > SHOWN && <p>{words.firstOf(String(SHOWN))}</p>}
    </Panel>
  )
}

/** Whether a plan's value is another than that of the plan in view, which has to be among them. */
function isNews(
  values: Difference['values'],
  index: number,
  compared: readonly Compared[],
  openedId: string | undefined,
): boolean {
  const at = compared.findIndex((own) => own.key === openedId)
  return at >= 0 && !isSameInput(values[index], values[at])
}

/** Cut where it is long: the whole of it under the pointer. */
function Source({ text }: { readonly text: string }) {
  return (
    <td className={tables.source} title={text}>
      {text}
    </td>
  )
}
