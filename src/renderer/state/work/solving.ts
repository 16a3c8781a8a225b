import { create } from 'zustand'
import type { SolveAnswer } from '../../../engine/solvePlan.ts'
import type { SolveProgress } from '../../../engine/strategy/solveFormulation.ts'
import type { Infeasibility } from '../../../engine/why/conflict/explainInfeasible.ts'
import { asChosen } from '../../../plan/asChosen.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { invoke } from '../../transport/invoke.ts'
import { currentWords } from '../../words/useWords.ts'
import { runSolve } from '../../worker/runSolve.ts'
import { editsSettled, replacePlan } from '../plan/edits.ts'
import { findErrors } from '../plan/problems.ts'
import { arrived, guarded, openPlan, refreshCards, useSession } from '../plan/session.ts'
import { usePanes } from '../view/panes.ts'
import { isLiveSolve } from './liveSolve.ts'

interface Solving {
  readonly isRunning: boolean
  readonly isOpen: boolean
  readonly progress: readonly SolveProgress[]
  readonly outcome: 'plan' | 'stopped' | 'no-plan' | 'infeasible' | 'failed' | null
  /** Why there is no plan, while the solve runs without what would mend it; null while that is not known. */
  readonly infeasibility: Infeasibility | null
  readonly cancel: () => void
}

export const useSolving = create<Solving>(() => ({
  isRunning: false,
  isOpen: false,
  progress: [],
  outcome: null,
  infeasibility: null,
  cancel: () => undefined,
}))

/**
 * Solves the plan in view and keeps the result with it; `isQuiet` leaves the screen as it is. While another plan is on
 * its way into view, it is that one.
 */
export async function solve({ isQuiet = false } = {}): Promise<void> {
  await arrived()
  // A value typed just before is part of the plan that is meant.
  await editsSettled()
  const { opened, stored, catalogFiles } = useSession.getState()
  if (!opened || !stored.plan || useSolving.getState().isRunning) return
  if (findErrors().length > 0) {
    if (!isQuiet) usePanes.setState({ side: 'problems' })
    return
  }
  const { plan } = stored
  const { inputsHash } = opened
  const run = runSolve(
    { plan, inputsHash, catalogFiles },
    (progress) => useSolving.setState((state) => ({ progress: [...state.progress, progress] })),
    { onConflict: (infeasibility) => useSolving.setState({ infeasibility }) },
  )
  useSolving.setState({
    ...{
      isRunning: true,
      isOpen: !isQuiet,
      progress: [],
      outcome: null,
      infeasibility: null,
      cancel: run.cancel,
    },
  })
  const isDone = await guarded(async () => finish(plan.id, await run.answer))
  if (!isDone) useSolving.setState({ outcome: 'failed' })
  useSolving.setState({ isRunning: false })
}

async function finish(planId: string, answer: SolveAnswer | 'stopped'): Promise<void> {
  if (answer === 'stopped') return useSolving.setState({ outcome: 'stopped' })
  if (answer.kind === 'infeasible')
    return useSolving.setState({ outcome: 'infeasible', infeasibility: answer.infeasibility })
  if (answer.kind === 'no-plan') return useSolving.setState({ outcome: 'no-plan' })
  // Stopped for a newer edit: its result is of a plan that is no more.
  const isOutrun = isLiveSolve() && useSession.getState().opened?.inputsHash !== answer.result.inputsHash
  if (isOutrun) return useSolving.setState({ outcome: 'stopped' })
  const { result } = answer
  const inputsHash = await keepChosen(planId, result)
  await invoke('results.save', { planId, result: { ...result, inputsHash } })
  await arrived()
  if (useSession.getState().opened?.plan.id === planId) await openPlan(planId)
  // The library has the card as it now is before it is looked at.
  void refreshCards()
  useSolving.setState({ outcome: 'plan' })
}

/** Writes the cooling that a solve chose into the plan in view, as one edit; says whose inputs the result then has. */
async function keepChosen(planId: string, result: PlanResult): Promise<string> {
  const { opened, stored } = useSession.getState()
  const isInView = stored.plan?.id === planId && opened?.inputsHash === result.inputsHash
  if (!isInView || !stored.plan || result.coolingChoices.length === 0) return result.inputsHash
  const chosen = asChosen(stored.plan, result)
  if (JSON.stringify(chosen) === JSON.stringify(stored.plan)) return result.inputsHash
  await replacePlan(currentWords().sites.coolingChosen, chosen)
  return useSession.getState().opened?.inputsHash ?? result.inputsHash
}

/** Ends the solve that runs; the best plan found so far is kept. */
export function stopSolving(): void {
  const { isRunning, cancel } = useSolving.getState()
  if (isRunning) cancel()
}

/** Solves after every edit of the plan in view while that is wanted; an edit during a solve stops it for the newer one. */
export function solveEdits(): () => void {
  return useSession.subscribe(({ opened }, { opened: before }) => {
    if (!isLiveSolve() || !opened || opened.plan.id !== before?.plan.id) return
    if (opened.inputsHash !== before.inputsHash) void solveNewest()
  })
}

let isAwaited = false

async function solveNewest(): Promise<void> {
  const { isRunning, cancel } = useSolving.getState()
  if (!isRunning) return solve({ isQuiet: true })
  if (isAwaited) return
  isAwaited = true
  cancel()
  const stop = useSolving.subscribe((now) => {
    if (now.isRunning) return
    stop()
    isAwaited = false
    void solveNewest()
  })
}
