import { expect, test } from 'vitest'
import { FORMULAS } from '../../plan/formulas/formulas.ts'
import { SCREENS } from '../state/view/screens.ts'
import { en } from '../words/en.ts'
import { zh } from '../words/zh.ts'
import { findTerm } from './findTerm.ts'
import { FORMULA_IDS, listPages, searchPages } from './listPages.ts'
import { splitExpression } from './splitExpression.ts'
import { TERM_IDS } from './terms.ts'
import { TOPICS } from './topics.ts'

test.each([
  ['English', en],
  ['Chinese', zh],
])('%s: every screen, formula and term has a page with a title and a text', (_name, words) => {
  const pages = listPages(words)
  expect(pages).toHaveLength(SCREENS.length + FORMULA_IDS.length + TERM_IDS.length)
  expect(pages.filter(({ title, text }) => title.trim() === '' || text.trim().length < 5)).toEqual([])
  expect(new Set(pages.map(({ key }) => key)).size).toBe(pages.length)
  for (const id of FORMULA_IDS) {
    expect(Object.keys(words.formulas[id].symbols).toSorted()).toEqual(
      Object.keys(FORMULAS[id].symbols).toSorted(),
    )
  }
})

test('every formula is led to by some screen', () => {
  const led = new Set(SCREENS.flatMap((screen) => TOPICS[screen].formulas))
  expect(FORMULA_IDS.filter((id) => !led.has(id))).toEqual([])
})

test('a search finds pages that hold every word, those with it in the title first', () => {
  const found = searchPages(listPages(en), 'demand charge')
  expect(found[0]?.title).toBe('Demand charge')
  expect(found.map(({ key }) => key)).toContain('screen power')
  expect(searchPages(listPages(zh), '需量')[0]?.title).toContain('需量电费')
  expect(searchPages(listPages(en), '  ')).toEqual([])
  expect(searchPages(listPages(en), 'no such word anywhere')).toEqual([])
})

test('terms are found as whole words, the longest first, in both languages', () => {
  const named = (label: string) => {
    const found = findTerm(en, label)
    return found && [found.id, label.slice(found.start, found.end)]
  }
  expect(named('PUE by hour')).toEqual(['pue', 'PUE'])
  expect(named('Net present cost')).toEqual(['npv', 'Net present cost'])
  expect(named('Upset')).toBeUndefined()
  expect(findTerm(zh, '各站点 PUE')?.id).toBe('pue')
  expect(findTerm(zh, '净现值成本')?.id).toBe('npv')
})

test('an expression is cut at its indices and powers', () => {
  expect(splitExpression('D_t = (1 + r)^(−y_t)')).toEqual([
    { kind: 'line', text: 'D' },
    { kind: 'below', text: 't' },
    { kind: 'line', text: ' = (1 + r)' },
    { kind: 'above', text: '(−y_t)' },
  ])
  expect(splitExpression('Σ_{l of layer 1} c_l,t, x').map(({ text }) => text)).toEqual([
    ...['Σ', 'l of layer 1', ' c', 'l,t', ', x'],
  ])
})
