import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

const RESOURCES = join(import.meta.dirname, '../../resources')
const SUFFIX = '.plan.json'

/** Plan files that ship with the product, by name: the sample and the templates. */
export function listTemplateFiles(resources = RESOURCES): Record<string, string> {
  const files = ['samples', 'templates'].flatMap((folder) =>
    readdirSync(join(resources, folder))
      .filter((name) => name.endsWith(SUFFIX))
      .map((name) => [basename(name, SUFFIX), join(resources, folder, name)] as const),
  )
  return Object.fromEntries(files)
}
