import { z } from 'zod'
import { Plan } from '../../plan/schema/plan.ts'

/** The parts of JSON Schema that a plan's schema is made of. */
export interface SchemaNode {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly additionalProperties?: SchemaNode | boolean
  readonly items?: SchemaNode
  readonly anyOf?: readonly SchemaNode[]
  readonly allOf?: readonly SchemaNode[]
  readonly required?: readonly string[]
}

let root: SchemaNode | undefined

export function planSchema(): SchemaNode {
  root ??= z.toJSONSchema(Plan, { io: 'input', unrepresentable: 'any' }) as SchemaNode
  return root
}

/** What the schema says of the place that a path such as `power.gridLimitMw` leads to from a node. */
export function nodeAt(node: SchemaNode | undefined, path: readonly string[]): SchemaNode | undefined {
  return path.reduce<SchemaNode | undefined>((own, key) => {
    if (own?.properties && Object.hasOwn(own.properties, key)) return own.properties[key]
    return typeof own?.additionalProperties === 'object' ? own.additionalProperties : undefined
  }, node)
}

/** Keys from a thing to a field; what follows a record's name is one name, dots and all. */
export function stepsOf(node: SchemaNode | undefined, field: string): string[] {
  const steps: string[] = []
  let own = node
  let rest = field
  while (rest !== '') {
    const isRecord = typeof own?.additionalProperties === 'object'
    const end = isRecord ? rest.length : rest.indexOf('.') < 0 ? rest.length : rest.indexOf('.')
    const key = rest.slice(0, end)
    steps.push(key)
    own = nodeAt(own, [key])
    rest = rest.slice(end + 1)
  }
  return steps
}

/** A list of things with fields of their own, as `sites`, against a list of numbers. */
export function isList(node: SchemaNode | undefined): boolean {
  return node?.type === 'array' && node.items?.type === 'object'
}

/** Dotted paths of every field of a node that one cell can hold: things in things, but no lists of things. */
export function cellFields(node: SchemaNode | undefined, before = ''): string[] {
  return Object.entries(node?.properties ?? {}).flatMap(([key, own]) => {
    const path = before === '' ? key : `${before}.${key}`
    if (isList(own)) return []
    if (own.type === 'object') return own.properties ? cellFields(own, path) : []
    return [path]
  })
}

/** Dotted paths of the lists of things within a node. */
export function listFields(node: SchemaNode | undefined, before = ''): string[] {
  return Object.entries(node?.properties ?? {}).flatMap(([key, own]) => {
    const path = before === '' ? key : `${before}.${key}`
    if (isList(own)) return [path]
    return own.type === 'object' ? listFields(own, path) : []
  })
}
