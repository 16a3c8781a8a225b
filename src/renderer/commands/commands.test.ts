import { expect, test } from 'vitest'
import { SCREENS } from '../state/view/screens.ts'
import { COMMANDS, type CommandSpec } from './commandList.ts'
import { isPressed, type KeyPress, showKeys } from './keys.ts'

const all: readonly CommandSpec[] = COMMANDS

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
  ...more,
})

test('every screen has its command, and every command its own id and keys', () => {
  const ids = all.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(SCREENS.filter((screen) => !ids.includes(`go-${screen}`))).toEqual([])
  const keys = all.map((own) => own.keys).filter((own) => own !== '')
  expect(new Set(keys).size).toBe(keys.length)
})

test.each([
  ['Mod+Enter', press('Enter', { ctrlKey: true }), true],
  ['Mod+Enter', press('Enter'), false],
  ['Mod+Z', press('z', { ctrlKey: true }), true],
  ['Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false],
  ['Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), true],
  ['Mod+Z', press('z', { ctrlKey: true, altKey: true }), false],
  ['?', press('?', { shiftKey: true }), true],
  ['?', press('?'), true],
  ['F1', press('F1'), true],
  ['Alt+7', press('¶', { altKey: true, code: 'Digit7' }), true],
  ['Alt+L', press('l', { altKey: true, code: 'KeyL' }), true],
  ['Alt+L', press('l', { altKey: true, shiftKey: true, code: 'KeyL' }), false],
  ['', press(''), false],
])('%s against a press: %o is %s', (keys, event, expected) => {
  expect(isPressed(keys, event, false)).toBe(expected)
})

test('a Mac has Command for Ctrl, and its own signs', () => {
  expect(isPressed('Mod+K', press('k', { metaKey: true }), true)).toBe(true)
  expect(isPressed('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false)
  expect(showKeys('Mod+Shift+Z', true)).toBe('⌘⇧Z')
  expect(showKeys('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z')
})
