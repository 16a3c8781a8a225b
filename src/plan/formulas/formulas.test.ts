import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Formula } from './formula.ts'
import { FORMULAS } from './formulas.ts'

const SRC = join(import.meta.dirname, '../..')
const all: readonly (readonly [string, Formula])[] = Object.entries(FORMULAS)

test.each(all)('%s names code and audit that are there', (_id, { code, audit }) => {
  expect(existsSync(join(SRC, code)), code).toBe(true)
  if (audit !== null) {
    expect(existsSync(join(SRC, audit)), audit).toBe(true)
    expect(audit).toMatch(/^engine\/audit\//)
  }
})

test.each(all)('%s explains only what stands in it', (_id, { expression, symbols }) => {
  for (const symbol of Object.keys(symbols)) expect(expression).toContain(symbol)
})
