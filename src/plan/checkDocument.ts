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
  const faults = parsed.error.issues.flatMap((issue) => toFaults(issue, document))
  throw new AppFault('bad-input', message, faults)
}

function toFaults(issue: z.core.$ZodIssue, document: unknown): InputFault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: toPath([...issue.path, key]),
      value: valueAt(document, [...issue.path, key]),
      expected: 'no field of this name: correct its spelling or remove it',
    }))
  return [
    {
      path: toPath(issue.path) || 'document',
      value: valueAt(document, issue.path),
      expected: toExpectation(issue.message),
    },
  ]
}

/** What zod says, without its preface and without the value, which stands beside it. */
function toExpectation(message: string): string {
  return message
    .replace(/^(Invalid \w+|Too small|Too big): (expected |must )?/, '')
    .replace(/, received .*$/, '')
    .replace(/ to (be|have) /, ' ')
}

function toPath(path: readonly PropertyKey[]): string {
  const text = path
    .map((key) => (typeof key === 'number' || key === '' ? `[${JSON.stringify(key)}]` : `.${String(key)}`))
    .join('')
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
