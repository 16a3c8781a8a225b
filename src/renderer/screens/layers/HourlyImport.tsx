import { Button, FileInput, Group, NumberInput, rem } from '@mantine/core'
import { useState } from 'react'
import type { InputFault } from '../../../plan/fault.ts'
import type { Site } from '../../../plan/schema/site.ts'
import { listed } from '../../format/punctuation.ts'
import { RefusedEdit } from '../../parts/FaultList.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { editPlan } from '../../state/plan/edits.ts'
import { guarded } from '../../state/plan/session.ts'
import { useWords } from '../../words/useWords.ts'
import { askOnce } from '../../worker/askOnce.ts'
import type { HourlyAnswer, HourlyOrder } from '../../worker/messages.ts'

const KINDS = ['price', 'carbon', 'load', 'epw'] as const
type Files = Partial<Record<(typeof KINDS)[number], File | null>>
const TYPICAL_DAYS = 5

/** Days are told apart in a worker: among the hours of a year that takes a second. */
function readHours(order: HourlyOrder): Promise<HourlyAnswer> {
  const worker = new Worker(new URL('../../worker/hourly.worker.ts', import.meta.url), { type: 'module' })
  return askOnce<HourlyOrder, HourlyAnswer>(worker, order).answer
}

/** Files of a year of hours of a site; what is in them takes the place of synthetic profiles. */
export function HourlyImport({ site, index }: { readonly site: Site; readonly index: number }) {
  const words = useWords().supply
  const [files, setFiles] = useState<Files>({})
  const [year, setYear] = useState<number | string>('')
  const [isReading, setReading] = useState(false)
  const [faults, setFaults] = useState<readonly InputFault[]>([])
  const given = KINDS.flatMap((kind) => files[kind] ?? [])
  const read = async (): Promise<void> => {
    setReading(true)
    await guarded(async () => {
      const text = (kind: (typeof KINDS)[number]) => files[kind]?.text()
      const [price, carbon, load, epw] = await Promise.all(KINDS.map(text))
      const note = words.imported(listed(given.map((file) => file.name)))
      const choice = { typicalDays: TYPICAL_DAYS, note, year: typeof year === 'number' ? year : undefined }
      const { profiles, faults: wrong } = await readHours({ texts: { price, carbon, load, epw }, choice })
      if (profiles === null) return setFaults(wrong.map((own) => ofFile(own, files)))
      const refused = await editPlan(words.importing(site.name), (draft) => {
        const target = draft.sites[index]
        if (target) target.profiles = profiles
      })
      setFaults(refused)
      if (refused.length === 0) setFiles({})
    })
    setReading(false)
  }
  const remove = (): void => {
    void editPlan(words.removing(site.name), (draft) => {
      delete draft.sites[index]?.profiles
    }).then(setFaults)
  }
  const labels = { price: words.price, carbon: words.carbon, load: words.load, epw: words.weather }
  return (
    <Panel title={words.hours(site.name)} note={words.hoursNote}>
      <RefusedEdit faults={faults} />
      <p style={{ margin: '0 0 6px', fontSize: rem(13) }}>
        {site.profiles ? words.holds(site.profiles.note, String(site.profiles.days.length)) : words.none}
      </p>
      <Group gap="sm" align="end">
        {KINDS.map((kind) => (
          <FileInput
            key={kind}
            size="xs"
            w={180}
            clearable
            placeholder={words.chooseFile}
            label={labels[kind]}
            accept={kind === 'epw' ? '.epw' : '.csv,.txt'}
            value={files[kind] ?? null}
            onChange={(file) => setFiles({ ...files, [kind]: file })}
          />
        ))}
        <NumberInput
          size="xs"
          w={110}
          label={words.year}
          min={1900}
          max={2100}
          thousandSeparator=""
          value={year}
          onChange={setYear}
        />
        <Button
          size="xs"
          disabled={given.length === 0}
          loading={isReading}
          aria-busy={isReading}
          onClick={() => void read()}
        >
          {words.import}
        </Button>
        {site.profiles && (
          <Button size="xs" variant="default" onClick={remove}>
            {words.remove}
          </Button>
        )}
      </Group>
    </Panel>
  )
}

/** A fault names the kind of its file: the planner knows it by its name. */
function ofFile(fault: InputFault, files: Files): InputFault {
  const kind = KINDS.find((own) => fault.path.startsWith(`${own}, `))
  const name = kind && files[kind]?.name
  return kind && name ? { ...fault, path: `${name}${fault.path.slice(kind.length)}` } : fault
}
