import { pickFile } from '../files/pickFile.ts'
import { redo, undo } from '../state/plan/edits.ts'
import { useSession } from '../state/plan/session.ts'
import { exportPlan, exportWorkbook } from '../state/plan/shelf.ts'
import { openDialog } from '../state/view/dialogs.ts'
import { showHelp, toggleScreenHelp } from '../state/view/help.ts'
import { currentLanguage } from '../state/view/language.ts'
import { toggleContrast } from '../state/view/look.ts'
import { toggleSide } from '../state/view/panes.ts'
import { go } from '../state/view/route.ts'
import { SCREENS } from '../state/view/screens.ts'
import { changeSettings, useSettings } from '../state/view/settings.ts'
import { startTour } from '../state/view/tour.ts'
import { toggleLiveSolve } from '../state/work/liveSolve.ts'
import { solve, stopSolving } from '../state/work/solving.ts'
import { setLanguage } from '../words/useWords.ts'
import type { CommandId, NamedCommand } from './commandList.ts'

const withPlan = (work: (id: string) => Promise<void>) => (): void => {
  const id = useSession.getState().opened?.plan.id
  if (id !== undefined) void work(id)
}

const RUN: Readonly<Record<NamedCommand, () => void>> = {
  new: () => openDialog('templates'),
  open: () => void pickFile(),
  'save-plan': withPlan(exportPlan),
  'save-workbook': withPlan(exportWorkbook),
  undo: () => void undo(),
  redo: () => void redo(),
  palette: () => openDialog('palette'),
  solve: () => void solve(),
  stop: stopSolving,
  'live-solve': toggleLiveSolve,
  branch: withPlan(async () => openDialog('branch')),
  problems: () => toggleSide('problems'),
  'theme-auto': () => changeSettings({ theme: 'auto' }),
  'theme-light': () => changeSettings({ theme: 'light' }),
  'theme-dark': () => changeSettings({ theme: 'dark' }),
  contrast: toggleContrast,
  language: () => setLanguage(currentLanguage() === 'zh' ? 'en' : 'zh'),
  numbers: () => changeSettings({ zhNumbers: useSettings.getState().zhNumbers === 'wan' ? 'metric' : 'wan' }),
  help: toggleScreenHelp,
  shortcuts: () => openDialog('shortcuts'),
  glossary: () => showHelp({ kind: 'glossary', term: null }),
  formulas: () => showHelp({ kind: 'formulas' }),
  tour: startTour,
}

export function runCommand(id: CommandId): void {
  const screen = SCREENS.find((own) => id === `go-${own}`)
  if (screen) go(screen)
  else RUN[id as NamedCommand]()
}
