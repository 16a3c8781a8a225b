import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nameOfField } from '../../src/report/ledger/fieldUnits.ts'
import { getWords } from '../../src/report/words/words.ts'

const file = join(import.meta.dirname, '../../resources/schema/plan.schema.json')

/** Names of all fields and words of all choices below a schema. */
function collect(schema: unknown, fields: Set<string>, choices: Set<string>): void {
  if (typeof schema !== 'object' || schema === null) return
  for (const [key, inner] of Object.entries(schema)) {
    if (key === 'properties') for (const name of Object.keys(inner)) fields.add(name)
    if (key === 'enum') for (const word of inner) choices.add(String(word))
    collect(inner, fields, choices)
  }
}

const fields = new Set<string>()
const choices = new Set<string>()
collect(JSON.parse(readFileSync(file, 'utf8')), fields, choices)
const { fieldWords, choiceWords } = getWords('zh').assumptions

test('every field of a plan has a Chinese name in the ledger', () => {
  // What no row of the ledger is of, and signs that are the same in any language.
  const isNone =
    /^(schemaVersion|id|name|description|note|catalogOverrides|goals|provenance|EUR|CNY|JPY|ups)$/
  expect(fields.size).toBeGreaterThan(200)
  const left = [...fields].filter(
    (own) => !isNone.test(own) && !/\p{Script=Han}/u.test(nameOfField(own, fieldWords)),
  )
  expect(left).toEqual([])
})

test('every setting of words is said in Chinese', () => {
  const isSign = /^[A-Z0-9]+$|^[a-z]+\d+$/
  // Kinds of runs that were measured and of days are named as their sources name them.
  const kept = [
    'offline',
    'server',
    'interactive',
    'online',
    'closed-loop',
    'static',
    'typical',
    'peak',
    'stress',
  ]
  expect(choices.size).toBeGreaterThan(30)
  const left = [...choices].filter(
    (own) => !isSign.test(own) && !kept.includes(own) && !Object.hasOwn(choiceWords, own),
  )
  expect(left).toEqual([])
})
