import { expect, test } from 'vitest'
import type { PlanCard } from '../../../contract/contract.ts'
import { familyOf, listKin, rivalsOf } from './family.ts'

const card = (id: string, parentId: string | null, day: number): PlanCard => ({
  ...{ id, parentId, name: id, description: '', tags: [], isStarred: false, isArchived: false },
  ...{ isTrashed: false, baseRevisionId: null, updatedAt: `2026-01-0${day}T00:00:00Z` },
  ...{ siteCount: 1, gridLimitMw: 1, result: null },
})

// Newest first, as the library lists them.
const cards = [
  card('b2', 'a', 5),
  card('c', null, 4),
  card('b1', 'a', 3),
  card('b1x', 'b1', 2),
  card('a', null, 1),
]

test('plans stand below the plan they came from, older branches first', () => {
  expect(listKin(cards).map((own) => `${own.depth}${own.card.id}`)).toEqual([
    '0c',
    '0a',
    '1b1',
    '2b1x',
    '1b2',
  ])
})

test('a family is the first ancestor with all below it; a plan whose parent is gone begins one', () => {
  expect(familyOf(cards, 'b1x').map((own) => own.card.id)).toEqual(['a', 'b1', 'b1x', 'b2'])
  expect(familyOf(cards, 'c').map((own) => own.card.id)).toEqual(['c'])
  expect(familyOf(cards.slice(0, -1), 'b1x').map((own) => own.card.id)).toEqual(['b1', 'b1x'])
})

test('promotion archives the others of the family that are on the shelf', () => {
  const put = cards.map((own) => ({ ...own, isArchived: own.id === 'b2', isTrashed: own.id === 'b1' }))
  expect(rivalsOf(put, 'b1x').map((own) => own.id)).toEqual(['a'])
  expect(rivalsOf(put, 'c')).toEqual([])
})
