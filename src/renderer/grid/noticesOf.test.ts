import { expect, test } from 'vitest'
import type { Problem } from '../../engine/check/problem.ts'
import type { Field } from './field.ts'
import { noticesOf } from './noticesOf.ts'

const field = (path: string): Field => ({ path, head: path, kind: 'number', isOptional: false }) as Field
const fields = [field('name'), field('power.gridLimitMw'), field('coolingId')]
const problem = (path: Problem['path'], more: Partial<Problem> = {}): Problem => ({
  ...{ severity: 'warning', code: 'unusual', path, item: 'Dallas', values: [] },
  ...more,
})
const say = ({ code }: Problem): string => `${code}.`
const table = { list: ['sites'], fields, isList: true }

test('a problem stands at its own cell, one within a value at the cell of the value, one of a row at its first', () => {
  const problems = [
    problem(['sites', 1, 'power', 'gridLimitMw']),
    problem(['sites', 0, 'coolingId', 2]),
    problem(['sites', 2]),
  ]
  expect(Object.keys(noticesOf(problems, table, say)).sort()).toEqual([
    'sites[0].coolingId',
    'sites[1].power.gridLimitMw',
    'sites[2].name',
  ])
})

test('of two at one cell both are said, and the error sets the mark', () => {
  const path = ['sites', 0, 'coolingId']
  const both = [
    problem(path),
    problem(path, { severity: 'error', code: 'cannot-be-cooled' }),
    problem(path, { code: 'old-source' }),
  ]
  expect(noticesOf(both, table, say)).toEqual({
    'sites[0].coolingId': { severity: 'error', text: 'unusual. cannot-be-cooled. old-source.' },
  })
})

test('what stands in another table, at a column that is not shown or at the list itself marks no cell', () => {
  const elsewhere = [
    problem(['demand', 0, 'name']),
    problem(['sites', 0, 'facility', 'pue']),
    problem(['sites']),
    problem(['sitesOfOthers', 0, 'name']),
  ]
  expect(noticesOf(elsewhere, table, say)).toEqual({})
})

test('fields of a form are named by their path alone', () => {
  const form = { list: [], fields: [field('horizon.start')], isList: false }
  expect(noticesOf([problem(['horizon', 'start']), problem(['sites', 0])], form, say)).toEqual({
    'horizon.start': { severity: 'warning', text: 'unusual.' },
  })
})
