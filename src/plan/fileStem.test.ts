import { expect, test } from 'vitest'
import { fileStem } from './fileStem.ts'

test.each([
  ['Regional rooms', 'Regional-rooms'],
  ['More grid', 'More-grid'],
  ['区域机房 2', '区域机房-2'],
  ['../../etc/passwd', 'etc-passwd'],
  ['A: "cheap" <one>?', 'A-cheap-one'],
  ['.hidden.', 'hidden'],
  ['  \n ', 'plan-1'],
  ['///', 'plan-1'],
  ['x'.repeat(200), 'x'.repeat(80)],
])('files of the plan %j are called %s', (name, stem) => {
  expect(fileStem({ id: 'plan-1', name })).toBe(stem)
})
