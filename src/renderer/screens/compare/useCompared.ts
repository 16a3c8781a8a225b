import { startTransition, useEffect, useState } from 'react'
import type { Out, PlanCard, Revision } from '../../../contract/contract.ts'
import type { Plan } from '../../../plan/schema/plan.ts'
import { sayWhole } from '../../../report/words/sayNames.ts'
import { guarded, useSession } from '../../state/plan/session.ts'
import { currentLanguage } from '../../state/view/language.ts'
import { invoke } from '../../transport/invoke.ts'
import { usePlanName } from '../../words/useShippedText.ts'
import { useLanguage } from '../../words/useWords.ts'
import type { Compared } from './compared.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** Plans, and revisions of the plan in view and of the plans chosen. */
export function useChoices(keys: readonly string[]): readonly Choice[] {
  const kept = useSession((state) => state.cards)
  const say = usePlanName()
  const cards = kept.map((card) => ({ ...card, name: say(card.name) }))
  const opened = useSession((state) => state.opened)
  const [revisions, setRevisions] = useState<readonly Revision[]>([])
  const ids = [...new Set([opened?.plan.id, ...keys.map(planIdOf)])].filter((id) => id !== undefined)
  const wanted = ids.join(' ')
  useEffect(() => {
    let isCurrent = true
    void guarded(async () => {
      const own = wanted === '' ? [] : wanted.split(' ')
      const lists = await Promise.all(own.map((id) => invoke('revisions.list', { id })))
      if (isCurrent) setRevisions(lists.flat())
    })
    return () => {
      isCurrent = false
    }
  }, [wanted])
  const plans = cards.filter((card) => !card.isTrashed)
  return [
    ...plans.map((card) => ({ value: card.id, label: card.name })),
    ...revisions.map((own) => ({ value: `${own.planId}@${own.id}`, label: nameOf(own, cards) })),
  ]
}

function nameOf(revision: Revision, cards: readonly PlanCard[]): string {
  return `${cards.find((card) => card.id === revision.planId)?.name ?? revision.planId} @ ${revision.name}`
}

const planIdOf = (key: string): string => key.split('@')[0]!

/** The chosen plans and revisions with the results of their inputs. */
export function useCompared(keys: readonly string[], choices: readonly Choice[]): readonly Compared[] {
  const [compared, setCompared] = useState<readonly Compared[]>([])
  // An edit of the plan in view is compared as it stands.
  const version = useSession((state) => state.opened?.version)
  const language = useLanguage()
  const names = choices.map((own) => `${own.value}\n${own.label}`).join('\t')
  useEffect(() => {
    let isCurrent = true
    if (version === undefined && keys.length === 0) return
    const nameOfKey = new Map(names.split('\t').map((own) => own.split('\n') as [string, string]))
    void guarded(async () => {
      const read = await Promise.all(keys.map((key) => readOne(key, nameOfKey.get(key) ?? key)))
      // Many tables and charts at once: drawn in the pauses of the page's thread.
      if (isCurrent) startTransition(() => setCompared(read))
    })
    return () => {
      isCurrent = false
    }
  }, [keys, names, version, language])
  return compared
}

/** A plan and its result in the planner's language; a stale result is of other inputs: comparing it would lie. */
const comparedAs = (key: string, name: string, plan: Plan, kept: Out<'results.read'>): Compared => ({
  ...{ key, name, isStale: kept?.isStale ?? false },
  ...sayWhole(plan, kept && !kept.isStale ? kept.result : null, currentLanguage()),
})

async function readOne(key: string, name: string): Promise<Compared> {
  const [id, revision] = key.split('@') as [string, string | undefined]
  if (revision === undefined) {
    const [{ plan }, kept] = await Promise.all([invoke('plans.open', { id }), invoke('results.read', { id })])
    return comparedAs(key, name, plan, kept)
  }
  const list = await invoke('revisions.list', { id })
  const own = list.find((one) => String(one.id) === revision)
  const plan = await invoke('revisions.read', { revisionId: Number(revision) })
  const kept = own ? await invoke('results.read', { id, inputsHash: own.inputsHash }) : null
  return comparedAs(key, name, plan, kept)
}
