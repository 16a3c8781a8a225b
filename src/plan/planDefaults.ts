import { z } from 'zod'
import { Plan } from './schema/plan.ts'

/** The parts of JSON Schema that a plan's schema is made of. */
interface Node {
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Node>>
  readonly additionalProperties?: Node | boolean
  readonly items?: Node
}

/** A way to ask what a plan has at a path where its file says nothing; undefined: there is no such default. */
export function readPlanDefaults(): (path: readonly (string | number)[]) => unknown {
  const root = z.toJSONSchema(Plan, { io: 'input' }) as Node
  return (path) => path.reduce<Node | undefined>(step, root)?.default
}

function step(node: Node | undefined, key: string | number): Node | undefined {
  if (typeof key === 'number') return node?.items
  if (node?.properties && Object.hasOwn(node.properties, key)) return node.properties[key]
  return typeof node?.additionalProperties === 'object' ? node.additionalProperties : undefined
}
