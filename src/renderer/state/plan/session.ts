import { create } from 'zustand'
import { parseCatalog } from '../../../catalog/parseCatalog.ts'
import type { Fault, OpenedPlan, Out, PlanCard } from '../../../contract/contract.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import { AppFault } from '../../../plan/fault.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { sayCatalog, sayPlanNames, sayResultNames } from '../../../report/words/sayNames.ts'
import { CallFault, invoke } from '../../transport/invoke.ts'
import { currentLanguage } from '../view/language.ts'
import { changeSettings, useSettings } from '../view/settings.ts'
import { share } from './share.ts'

export type KeptResult = NonNullable<Out<'results.read'>>

interface Refused {
  readonly label: string
  /** Another tab's edit came before it, or it could not be saved. */
  readonly why: 'newer' | 'unsaved'
  readonly again: () => void
}

interface Session {
  readonly app: Out<'app.info'> | null
  readonly catalogFiles: Readonly<Record<string, string>>
  /** As it is shown: its names are in the planner's language. */
  readonly catalog: Catalog | null
  /** As it is shown: what is called as in the sample or a template is so in the planner's language. */
  readonly opened: OpenedPlan | null
  /** Plan and result in view as the library keeps them. */
  readonly stored: {
    readonly plan: Plan | null
    readonly kept: KeptResult | null
    readonly catalog: Catalog | null
  }
  readonly kept: KeptResult | null
  readonly cards: readonly PlanCard[]
  /** What went wrong last, until it is dismissed. */
  readonly fault: Fault | null
  /** An edit that was not made: what it was called, why not, and the way to make it after all. */
  readonly refused: Refused | null
  /** The plan in view as an edit leaves it, while that is saved; null: nothing is on its way. */
  readonly coming: Plan | null
  /** Plans that are on their way into view. */
  readonly openings: number
  readonly isSaving: boolean
  /** True while the last edit could not be saved. */
  readonly isUnsaved: boolean
}

export const useSession = create<Session>(() => ({
  app: null,
  catalogFiles: {},
  catalog: null,
  opened: null,
  stored: { plan: null, kept: null, catalog: null },
  kept: null,
  cards: [],
  fault: null,
  refused: null,
  coming: null,
  openings: 0,
  isSaving: false,
  isUnsaved: false,
}))

let arrivals: Promise<unknown> = Promise.resolve()

/**
 * Work after which another plan is in view: until then the one in view is not what the planner means. One after
 * another, so that the plan asked for last is the one that stays.
 */
export async function arriving<T>(work: () => Promise<T>): Promise<T> {
  useSession.setState(({ openings }) => ({ openings: openings + 1 }))
  const own = arrivals.then(work)
  arrivals = own.catch(() => undefined)
  try {
    return await own
  } finally {
    useSession.setState(({ openings }) => ({ openings: openings - 1 }))
  }
}

/** When every plan that is on its way is in view, or could not be opened. */
export async function arrived(): Promise<void> {
  while (useSession.getState().openings > 0) await arrivals
}

/** Says the names anew when the planner chooses another language. */
useSettings.subscribe((now, before) => {
  if (now.language !== before.language) show({})
})

/** Reads what every screen needs, and opens the newest plan. */
export async function startSession(): Promise<void> {
  await guarded(async () => {
    const [app, catalogFiles, cards] = await Promise.all([
      invoke('app.info', null),
      invoke('catalog.read', null),
      invoke('plans.list', null),
    ])
    useSession.setState({ app, catalogFiles, cards })
    show({ catalog: parseCatalog(catalogFiles) })
    const { recentPlanIds } = useSettings.getState()
    const shown = cards.filter((card) => !card.isTrashed && !card.isArchived)
    const first = shown.find((card) => card.id === recentPlanIds[0]) ?? shown[0]
    if (first) await openPlan(first.id)
  })
}

export async function openPlan(id: string): Promise<void> {
  await guarded(async () => {
    const [opened, kept] = await Promise.all([invoke('plans.open', { id }), invoke('results.read', { id })])
    show({ opened, kept })
    rememberPlan(id)
  })
}

const MOST_RECENT = 12

function rememberPlan(id: string): void {
  const { recentPlanIds } = useSettings.getState()
  if (recentPlanIds[0] === id) return
  changeSettings({ recentPlanIds: [id, ...recentPlanIds.filter((own) => own !== id)].slice(0, MOST_RECENT) })
}

/** Nothing is in view. */
export function closePlan(): void {
  useSession.setState(({ stored }) => ({
    ...{ opened: null, kept: null, stored: { ...stored, plan: null, kept: null } },
  }))
}

/** What an edit makes of the plan in view, until it is saved or refused. */
export function showComing(plan: Plan | null): void {
  useSession.setState({ coming: plan && sayPlanNames(plan, currentLanguage()) })
}

export async function refreshCards(): Promise<void> {
  await guarded(async () => useSession.setState({ cards: await invoke('plans.list', null) }))
}

/** After an edit or undo: the plan as it now stands, and whether the kept result is still of it. */
export function showOpened(opened: OpenedPlan): void {
  const { kept, plan } = useSession.getState().stored
  const isStale = kept !== null && kept.result.inputsHash !== opened.inputsHash
  show({
    opened: { ...opened, plan: share(plan, opened.plan) },
    kept: kept && (kept.isStale === isStale ? kept : { ...kept, isStale }),
  })
}

/** A kept result may be of the inputs as they stand again, though the one in view is not. */
export async function refreshKept(): Promise<void> {
  const { opened, kept } = useSession.getState()
  if (!opened || !kept?.isStale) return
  await guarded(async () => {
    const found = await invoke('results.read', { id: opened.plan.id })
    if (found && !found.isStale) show({ kept: found })
  })
}

/** Puts what came from the library into view, with its names in the planner's language. */
function show(next: {
  readonly opened?: OpenedPlan
  readonly kept?: KeptResult | null
  readonly catalog?: Catalog
}): void {
  useSession.setState(({ opened: before, stored }) => {
    const opened = next.opened ?? before
    const plan = next.opened?.plan ?? stored.plan
    const kept = next.kept === undefined ? stored.kept : next.kept
    const catalog = next.catalog ?? stored.catalog
    const language = currentLanguage()
    return {
      stored: { plan, kept, catalog },
      catalog: catalog && sayCatalog(catalog, language),
      opened: opened && plan && withOwn(opened, { plan: sayPlanNames(plan, language) }),
      kept: kept && plan && withOwn(kept, { result: sayResultNames(kept.result, plan, language) }),
    }
  })
}

/** The same object where nothing of it differs. */
function withOwn<T extends object>(of: T, own: Partial<T>): T {
  const isSame = Object.entries(own).every(([key, value]) => Reflect.get(of, key) === value)
  return isSame ? of : { ...of, ...own }
}

/** Before new work: what is said of the work before it is not of this. */
export const dismissFault = (): void => useSession.setState({ fault: null, refused: null })

/** Runs a call of the screen; what fails is shown, never lost. */
export async function guarded(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    useSession.setState({ fault: toFault(error) })
    return false
  }
}

function toFault(error: unknown): Fault {
  if (error instanceof CallFault) return error.fault
  if (error instanceof AppFault)
    return { code: error.code, message: error.message, faults: [...error.faults] }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), faults: [] }
}
