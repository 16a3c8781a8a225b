import type { In, Out, PlanCard } from '../../../contract/contract.ts'
import { saveFile, saveMadeFile } from '../../files/saveFile.ts'
import { invoke } from '../../transport/invoke.ts'
import { currentLanguage } from '../view/language.ts'
import { go, useRoute } from '../view/route.ts'
import type { Screen } from '../view/screens.ts'
import { arriving, closePlan, guarded, openPlan, refreshCards, useSession } from './session.ts'

/** What the library screen does to plans; each answers by refreshing the cards. */
export function showPlan(id: string): Promise<void> {
  const from = shownScreen()
  return arriving(() => show(id, from))
}

/** The screen from which a plan is asked for. */
export const shownScreen = (): Screen => useRoute.getState().screen

/** The same as a step of work after which it is in view; who has gone on to another screen meanwhile stays there. */
export async function show(id: string, from: Screen): Promise<void> {
  await openPlan(id)
  if (shownScreen() === from) go('overview')
}

export async function createFromTemplate(own: Out<'templates.list'>[number]): Promise<void> {
  const { name: template, title: name } = own
  await add(() => invoke('plans.createFromTemplate', { template, name, language: currentLanguage() }))
}

export async function duplicatePlan({ id }: Pick<PlanCard, 'id'>, name: string): Promise<void> {
  await add(() => invoke('plans.duplicate', { id, name }))
}

export async function branchPlan(branch: In<'plans.branch'>): Promise<void> {
  await add(() => invoke('plans.branch', branch))
}

/** The plan stays; all others of its family go to the archive. */
export async function promotePlan(id: string): Promise<void> {
  await guarded(() => invoke('plans.promote', { id }))
  await refreshCards()
}

export async function importPlan(text: string): Promise<void> {
  await add(() => invoke('plans.import', { text }))
}

export async function exportPlan(id: string): Promise<void> {
  await guarded(async () => {
    const { fileName, text } = await invoke('plans.export', { id })
    saveFile(fileName, text, 'application/json')
  })
}

/** Every input of the plan as a workbook to edit and import again. */
export async function exportWorkbook(id: string): Promise<void> {
  await guarded(async () => saveMadeFile(await invoke('exchange.export', { id, format: 'xlsx' })))
}

/** Adds all plans of a library file, or none; answers with how many, or null where it failed. */
export async function importLibrary(base64: string): Promise<number | null> {
  let added: number | null = null
  await guarded(async () => {
    added = (await invoke('library.import', { base64 })).count
  })
  await refreshCards()
  return added
}

export async function setShelf(change: In<'plans.setShelf'>): Promise<void> {
  await guarded(() => invoke('plans.setShelf', change))
  await refreshCards()
}

export async function erasePlan(id: string): Promise<void> {
  const isErased = await guarded(() => invoke('plans.erase', { id }))
  if (isErased && useSession.getState().opened?.plan.id === id) closePlan()
  await refreshCards()
}

function add(call: () => ReturnType<typeof invoke<'plans.import'>>): Promise<void> {
  const from = shownScreen()
  return arriving(() => addAndShow(call, from))
}

/** In view once, with its result. */
async function addAndShow(
  call: () => ReturnType<typeof invoke<'plans.import'>>,
  from: Screen,
): Promise<void> {
  await guarded(async () => show((await call()).plan.id, from))
  await refreshCards()
}
