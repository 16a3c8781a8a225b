import { planCatalog } from '../../catalog/planCatalog.ts'
import { planAnchors } from '../../engine/derive/models/planAnchors.ts'
import type { Anchor } from '../../engine/throughput/anchors/anchorStep.ts'
import { readCatalog } from '../../main/readCatalog.ts'
import type { Catalog } from '../../plan/catalog/catalog.ts'
import type { Plan } from '../../plan/schema/plan.ts'
import { readPlanFile } from '../arguments/planFile.ts'
import { readAnchors } from '../tokens/measuredFiles.ts'

/** The catalog and the measured runs as a plan sees them, with those of a file; the shipped catalog without a plan. */
export async function readPlanSight(
  planFile: string | undefined,
  anchorsFile: string | undefined,
): Promise<{ readonly catalog: Catalog; readonly anchors: readonly Anchor[]; readonly plan?: Plan }> {
  const shipped = await readCatalog()
  if (planFile === undefined) return { catalog: shipped, anchors: await readAnchors(anchorsFile, shipped) }
  const plan = await readPlanFile(planFile)
  const catalog = planCatalog(plan, shipped)
  const anchors = [...planAnchors(plan, catalog), ...(await readAnchors(anchorsFile, catalog))]
  return { catalog, anchors, plan }
}
