import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxOf, oneCell, parseBlock, sizeOf, tile, writeBlockText } from './range.ts'

test('a block is read as Excel writes it, quotes and line ends within cells too', () => {
  expect(parseBlock('1\t2\r\n3\t"a ""b""\nc"\r\n')).toEqual([
    ['1', '2'],
    ['3', 'a "b"\nc'],
  ])
})

test('what is copied is pasted as it was', () => {
  const cells = fc.array(fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 2 }), {
    minLength: 1,
  })
  fc.assert(
    fc.property(cells, (block) => {
      const clean = block.map((line) => line.map((cell) => `x${cell.replaceAll('\r', '')}`))
      expect(parseBlock(writeBlockText(clean))).toEqual(clean)
    }),
  )
})

test('one cell fills a selection; a block larger than the selection is pasted whole', () => {
  expect(tile([['7']], boxOf({ row: 3, column: 2, toRow: 1, toColumn: 1 }))).toEqual([
    ['7', '7'],
    ['7', '7'],
    ['7', '7'],
  ])
  expect(tile([['1', '2'], ['3']], boxOf(oneCell({ row: 0, column: 0 })))).toEqual([
    ['1', '2'],
    ['3', ''],
  ])
})

test('empty cells at the end of a block are no part of its size', () => {
  expect(sizeOf([['1', '', ' '], ['', '2'], ['']])).toEqual({ rows: 2, columns: 2 })
  expect(sizeOf([['']])).toEqual({ rows: 0, columns: 0 })
})
