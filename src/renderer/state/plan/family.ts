import type { PlanCard } from '../../../contract/contract.ts'

/** A plan in the tree of its family: how deep below the first ancestor. */
export interface Kin {
  readonly card: PlanCard
  readonly depth: number
}

/** All plans with their branches and copies below them, oldest family order kept. */
export function listKin(cards: readonly PlanCard[]): Kin[] {
  const known = new Set(cards.map((card) => card.id))
  const childrenOf = (id: string): PlanCard[] =>
    cards.filter((card) => card.parentId === id).toSorted((a, b) => a.updatedAt.localeCompare(b.updatedAt))
  const below = (card: PlanCard, depth: number): Kin[] => [
    { card, depth },
    ...childrenOf(card.id).flatMap((child) => below(child, depth + 1)),
  ]
  return cards
    .filter((card) => card.parentId === null || !known.has(card.parentId))
    .flatMap((root) => below(root, 0))
}

/** The family of one plan: from its first ancestor down. */
export function familyOf(cards: readonly PlanCard[], id: string): Kin[] {
  const kin = listKin(cards)
  const at = kin.findIndex((own) => own.card.id === id)
  if (at < 0) return []
  const first = kin.slice(0, at + 1).findLastIndex((own) => own.depth === 0)
  const next = kin.findIndex((own, index) => index > first && own.depth === 0)
  return kin.slice(first, next < 0 ? kin.length : next)
}

/** What goes to the archive when a plan is promoted: the others of its family that are on the shelf. */
export function rivalsOf(cards: readonly PlanCard[], id: string): PlanCard[] {
  return familyOf(cards, id)
    .map((own) => own.card)
    .filter((card) => card.id !== id && !card.isArchived && !card.isTrashed)
}
