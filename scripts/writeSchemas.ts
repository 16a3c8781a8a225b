import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jsonSchemas } from '../src/plan/jsonSchema.ts'

const folder = join(import.meta.dirname, '../resources/schema')
for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(join(folder, name), text)
