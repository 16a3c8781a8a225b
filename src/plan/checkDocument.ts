import type { z } from 'zod'
import { AppFault, type InputFault } from './fault.ts'

/** Checks a document against a schema; throws an AppFault with the path, value and expectation of each wrong field. */
export function checkDocument<T extends z.ZodType>(
  schema: T,
  document: unknown,
  message: string,
): z.infer<T> {
  const parsed = schema.safeParse(document)
  if (parsed.success) return parsed.data
  const faults: InputFault[] = parsed.error.issues.map((issue) => ({
    path: toPath(issue.path) || 'document',
    value: valueAt(document, issue.path),
    expected: issue.message,
  }))
  throw new AppFault('bad-input', message, faults)
}

function toPath(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return text.replace(/^\./, '')
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, key)
  }
  return value
}
