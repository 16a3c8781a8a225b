import { expect, test } from 'vitest'
import { findCommands } from './findCommands.ts'

const named = (...names: string[]) => names.map((name) => ({ name }))
const names = (text: string) =>
  findCommands(named('Go to Horizon and money', 'Undo', 'Go to Money'), text).map((own) => own.name)

test('of commands that hold what was typed the one that says least else comes first', () => {
  expect(names('mon')).toEqual(['Go to Money', 'Go to Horizon and money'])
  expect(names('money go')).toEqual(['Go to Money', 'Go to Horizon and money'])
  expect(names('horizon')).toEqual(['Go to Horizon and money'])
})

test('with nothing typed they keep their order', () => {
  expect(names(' ')).toEqual(['Go to Horizon and money', 'Undo', 'Go to Money'])
})
