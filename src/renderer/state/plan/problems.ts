import { useMemo } from 'react'
import { findProblems } from '../../../engine/check/findProblems.ts'
import type { Problem } from '../../../engine/check/problem.ts'
import type { Catalog } from '../../../plan/catalog/catalog.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { toFaultPath } from '../../grid/field.ts'
import { useFocus } from '../view/focus.ts'
import { go } from '../view/route.ts'
import type { Screen } from '../view/screens.ts'
import { useSession } from './session.ts'

/** What is odd about the plan in view. */
export function useProblems(): readonly Problem[] {
  const plan = useSession((state) => state.opened?.plan)
  const catalog = useSession((state) => state.catalog)
  return useMemo(() => listProblems(plan, catalog), [plan, catalog])
}

/** What keeps the plan in view from being solved. */
export function findErrors(): readonly Problem[] {
  const { opened, catalog } = useSession.getState()
  return listProblems(opened?.plan, catalog).filter((own) => own.severity === 'error')
}

function listProblems(plan: Plan | undefined, catalog: Catalog | null): readonly Problem[] {
  return plan && catalog ? findProblems(plan, catalog, new Date().toISOString().slice(0, 10)) : []
}

/** Opens the screen on which a value of the plan stands, and puts the cursor on it. */
export function jumpTo(path: Problem['path']): void {
  go(screenOf(path))
  useFocus.setState({ path: toFaultPath(path) })
}

export function screenOf(path: Problem['path']): Screen {
  const [first, , third] = path
  if (first === 'demand' || first === 'regions') return 'agents'
  if (first === 'routing') return 'scheduling'
  if (first === 'distribution') return 'distribution'
  if (first === 'models' || first === 'customModels' || first === 'measurements') return 'models'
  if (first === 'accelerators' || first === 'customAccelerators') return 'accelerators'
  if (first === 'training' || first === 'procurement') return 'accelerators'
  if (first === 'sites') return third === 'power' ? 'power' : 'facility'
  return first === 'catalogOverrides' ? 'catalog' : 'plan'
}
