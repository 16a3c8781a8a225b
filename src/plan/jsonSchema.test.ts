import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonSchemas } from './jsonSchema.ts'

test.each(Object.entries(jsonSchemas()))('the shipped %s is current (npm run schemas)', (name, text) => {
  const shipped = readFileSync(join(import.meta.dirname, '../../resources/schema', name), 'utf8')
  expect(shipped).toBe(text)
})
