import { findAccelerator, findModel } from '../../catalog/find.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Language } from '../document.ts'

/** What plan and result name by id, as a planner calls it. */
export interface ThingNames {
  /** Its name in the catalog, with the id where the plan has two of the same, as in "NVIDIA B300 SXM". */
  readonly accelerator: (id: string) => string
  /** The same of a model, as in "gpt-oss-20b". */
  readonly model: (id: string) => string
  /** A class of tasks, as in `interactive-complex` or 交互·复杂. */
  readonly taskClass: (id: string) => string
}

export function thingNames(plan: Plan, catalog: Catalog, language: Language): ThingNames {
  const accelerators = namesOf(
    plan.accelerators.map(({ id, catalogAcceleratorId }) => {
      return { id, name: findAccelerator(catalog, catalogAcceleratorId)?.accelerator }
    }),
  )
  const models = namesOf(
    plan.models.map(({ id, catalogModelId }) => {
      return { id, name: findModel(catalog, catalogModelId)?.model }
    }),
  )
  return {
    accelerator: (id) => accelerators.get(id) ?? id,
    model: (id) => models.get(id) ?? id,
    taskClass: (id) => (language === 'zh' ? classInChinese(id) : id),
  }
}

function namesOf(
  things: readonly { readonly id: string; readonly name: string | undefined }[],
): Map<string, string> {
  const isAlone = (name: string): boolean => things.filter((own) => own.name === name).length === 1
  return new Map(
    things.map(({ id, name }) => [id, name === undefined ? id : isAlone(name) ? name : `${name} (${id})`]),
  )
}

const PARTS: Readonly<Record<string, string>> = {
  ...{ realtime: '实时', interactive: '交互', standard: '标准', batch: '批处理' },
  ...{ simple: '简单', complex: '复杂', private: '私密' },
}
const CLASS = /^(realtime|interactive|standard|batch)-(simple|complex)(-private)?$/

const classInChinese = (id: string): string =>
  CLASS.test(id)
    ? id
        .split('-')
        .map((part) => PARTS[part])
        .join('·')
    : id
