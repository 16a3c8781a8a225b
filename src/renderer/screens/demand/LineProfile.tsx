import { Button, Group, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { readProfileHours } from '../../../engine/demand/profileText.ts'
import { profileHourRef } from '../../../engine/trace/agents/hourTraces.ts'
import { AppFault, findFaults, type InputFault } from '../../../plan/fault.ts'
import type { Demand, OwnProfile } from '../../../plan/schema/agents.ts'
import { formatHour, formatNumber } from '../../format/numbers.ts'
import { Cell } from '../../grid/Cell.tsx'
import type { Field } from '../../grid/field.ts'
import { PictureMenu } from '../../parts/charts/PictureMenu.tsx'
import { SeriesChart } from '../../parts/charts/SeriesChart.tsx'
import { FaultList } from '../../parts/FaultList.tsx'
import { Panel } from '../../parts/Panel.tsx'
import type { ChartTable } from '../../parts/tables/tableCsv.ts'
import { useTableView } from '../../parts/tables/useTableView.tsx'
import { editPlan } from '../../state/plan/edits.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useFieldName, useWords } from '../../words/useWords.ts'
import { choice } from '../layers/fields/commonFields.ts'
import { PROFILE_FIELDS } from '../layers/fields/demandFields.ts'
import { archetypeProfile } from './archetypeProfile.view.ts'
import { DrawnCurve } from './DrawnCurve.tsx'
import styles from './demand.module.css'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const WEEK = Array.from({ length: 168 }, (_, hour) => String(hour))
const CLOCKS = choice('local', 'utc')()
const DIGITS = 4

interface Props {
  readonly demand: Demand
  /** Its place in the plan. */
  readonly index: number
}

/** Hours of a line: those of its archetype until they are drawn, pasted or typed over. */
export function LineProfile(props: Props) {
  const { catalog } = usePlan()
  let usual: OwnProfile | undefined
  findFaults(() => {
    usual = archetypeProfile(catalog, props.demand.archetypeId)
  })
  const profile = props.demand.profile ?? usual
  return profile ? <Profile {...props} profile={profile} /> : null
}

function Profile({ demand, index, profile }: Props & { readonly profile: OwnProfile }) {
  const { demand: words, chart } = useWords()
  const { catalog } = usePlan()
  const svg = useRef<SVGSVGElement>(null)
  const [drawn, setDrawn] = useState<readonly number[] | null>(null)
  const write = (own: OwnProfile | undefined): Promise<readonly InputFault[]> => {
    setDrawn(null)
    return editPlan(words.hoursChanged(demand.id), (draft) => {
      const line = draft.demand.find((item) => item.id === demand.id)
      if (!line) return
      if (own) line.profile = own
      else delete line.profile
    })
  }
  const shown = drawn ?? profile.hours
  const isDay = profile.hours.length === HOURS.length
  const title = words.profile(demand.id)
  const table: ChartTable = {
    heads: [chart.hour, demand.id],
    rows: shown.map((value, hour) => [
      { shown: String(hour), value: String(hour) },
      { shown: formatNumber(value, DIGITS), value, trace: profileHourRef(demand.id, hour) },
    ]),
  }
  const view = useTableView(title, table)
  const name = catalog.demand_archetypes.find((row) => row.id === demand.archetypeId)?.name ?? ''
  return (
    <Panel
      title={title}
      note={demand.profile ? words.profileOwn : words.profileOfArchetype(name)}
      tools={
        <>
          {demand.profile && (
            <Button size="compact-xs" variant="default" onClick={() => void write(undefined)}>
              {words.toArchetype}
            </Button>
          )}
          {isDay && (
            <>
              {view.toggle}
              <PictureMenu {...{ title, picture: svg }} hasPicture={view.shown === null}>
                {view.copyItem}
              </PictureMenu>
            </>
          )}
        </>
      }
    >
      {isDay ? (
        (view.shown ?? (
          <DrawnCurve
            svg={svg}
            name={demand.id}
            labels={HOURS.map(formatHour)}
            values={shown}
            isDrawn={drawn !== null}
            onDraw={setDrawn}
            onSave={(hours) => void write({ ...profile, hours: hours.map(rounded) })}
          />
        ))
      ) : (
        <SeriesChart
          title={words.weekHours}
          unit=""
          labels={WEEK}
          head={chart.hour}
          series={[
            {
              ...{ name: demand.id, values: profile.hours },
              trace: (hour) => profileHourRef(demand.id, hour),
            },
          ]}
        />
      )}
      <Hours path={`demand[${index}].profile.hours`} {...{ profile, write }} />
      <Group gap="lg" mt={6}>
        {PROFILE_FIELDS.filter((field) => isDay || field.path !== 'weekendLevel').map((field) => (
          <ProfileCell key={field.path} {...{ demand, index, profile, field, write }} />
        ))}
      </Group>
    </Panel>
  )
}

const rounded = (value: number): number => Number(value.toPrecision(DIGITS))

interface HoursProps {
  readonly path: string
  readonly profile: OwnProfile
  readonly write: (profile: OwnProfile) => Promise<readonly InputFault[]>
}

function Hours({ path, profile, write }: HoursProps) {
  const words = useWords().demand
  const [draft, setDraft] = useState<string | null>(null)
  const [faults, setFaults] = useState<readonly InputFault[]>([])
  const save = async (text: string): Promise<void> => {
    try {
      const refused = await write({ ...profile, hours: readProfileHours(text) })
      setFaults(refused)
      if (refused.length === 0) setDraft(null)
    } catch (error) {
      if (!(error instanceof AppFault)) throw error
      setFaults(error.faults)
    }
  }
  return (
    <>
      <Textarea
        size="xs"
        autosize
        maxRows={8}
        label={words.hoursText}
        data-path={path}
        value={draft ?? profile.hours.map(rounded).join(', ')}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      <FaultList {...{ faults }} most={6} mb="xs" />
      <Button
        mt={6}
        size="compact-sm"
        variant="default"
        disabled={draft === null}
        onClick={() => draft !== null && void save(draft)}
      >
        {words.saveHours}
      </Button>
    </>
  )
}

interface CellProps extends Props {
  readonly profile: OwnProfile
  readonly field: Field
  readonly write: (profile: OwnProfile) => Promise<readonly InputFault[]>
}

/** The level of weekends, or whose clock the hours follow. */
function ProfileCell({ demand, index, profile, field, write }: CellProps) {
  const nameOf = useFieldName()
  const { catalog } = usePlan()
  return (
    <div className={styles.field} title={nameOf(field.help ?? '')}>
      <span>{nameOf(field.head)}</span>
      <Cell
        {...{ field, catalog }}
        value={Reflect.get(profile, field.path)}
        row={profile}
        options={CLOCKS}
        label={`${demand.id} ${nameOf(field.head)}`}
        path={`demand[${index}].profile.${field.path}`}
        onCommit={(_, value) => write({ ...profile, [field.path]: value })}
      />
    </div>
  )
}
