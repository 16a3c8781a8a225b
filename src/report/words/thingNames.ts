import { type ProductNames, productNames } from '../../catalog/productNames.ts'
import { supplyNames, supplyNamesOfPlan } from '../../catalog/supplyNames.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import type { Language } from '../document.ts'

/** What plan and result name by id, as a planner calls it. */
export interface ThingNames extends ProductNames {
  /** A class of tasks, as in `interactive-complex` or 交互·复杂. */
  readonly taskClass: (id: string) => string
  /** A contract or plant of a site; without one as all sites call it. */
  readonly supply: (id: string, siteId?: string) => string
}

export function thingNames(plan: Plan, catalog: Catalog, language: Language): ThingNames {
  const ofPlan = supplyNamesOfPlan(plan, catalog)
  const bySite = new Map(plan.sites.map((site) => [site.id, supplyNames(site, catalog)]))
  return {
    ...productNames(plan, catalog),
    supply: (id, siteId) => (siteId === undefined ? ofPlan : bySite.get(siteId))?.get(id) ?? id,
    taskClass: (id) => (language === 'zh' ? classInChinese(id) : id),
  }
}

const PARTS: Readonly<Record<string, string>> = {
  ...{ realtime: '实时', interactive: '交互', standard: '标准', batch: '批处理' },
  ...{ simple: '简单', complex: '复杂', private: '私有' },
}
const CLASS = /^(realtime|interactive|standard|batch)-(simple|complex)(-private)?$/

/** Of another word than a class the word itself. */
export const classInChinese = (id: string): string =>
  CLASS.test(id)
    ? id
        .split('-')
        .map((part) => PARTS[part])
        .join('·')
    : id
