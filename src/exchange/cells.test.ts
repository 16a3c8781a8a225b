import { expect, test } from 'vitest'
import { readCell } from './cells.ts'

test('a choice is read by its word in the file and as either language of the screen names it', () => {
  const growth = { enum: ['cagr', 'logistic', 'linear', 'bass', 'table'] }
  for (const cell of ['logistic', 'S-curve', 's curve', 'S 曲线', 'S曲线', 'Ｓ曲线'])
    expect(readCell(cell, growth, '')).toEqual({ value: 'logistic' })
  expect(readCell('复合增长', growth, '')).toEqual({ value: 'cagr' })
  expect(readCell('curve', growth, '')).toEqual({ expected: 'one of cagr, logistic, linear, bass, table' })
  const tiers = { type: 'array', items: { enum: ['device', 'edge', 'leased', 'api'] } }
  expect(readCell('用户终端; leased', tiers, '')).toEqual({ value: ['device', 'leased'] })
})

test('a word of the file comes before what another is called', () => {
  // In English the tokens are tokens; accelerators are none of the hours of them.
  expect(readCell('accelerator hours', { enum: ['tokens', 'accelerator-hours'] }, '')).toEqual({
    value: 'accelerator-hours',
  })
})
