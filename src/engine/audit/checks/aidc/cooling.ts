import type { AuditLine } from '../../../../plan/result/audit.ts'
import { type Audited, listBuilds, sumOf } from '../../audited.ts'
import { coolingMix, saidCooling } from '../../coolingMix.ts'
import { agrees, atMost, forbids } from '../../line.ts'
import { nameplateKw } from '../../nameplate.ts'
import { say } from '../../said.ts'

const CHECK = 'cooling'

/**
 * Cooling that differs by block, or that the solve chose: the plan has what the result says was chosen, there are as
 * many blocks as rooms at the end, and racks that only some of the technologies carry fit into the blocks of those.
 */
export function checkCooling(audited: Audited): AuditLine[] {
  return [...choiceLines(audited), ...roomLines(audited), ...rackLines(audited)]
}

function choiceLines({ plan, result, names }: Audited): AuditLine[] {
  return result.coolingChoices.flatMap((chosen) => {
    const path = `coolingChoices[${chosen.siteId}]`
    const site = plan.sites.find(({ id }) => id === chosen.siteId)
    const isThere =
      site !== undefined &&
      site.facility.coolingTechnologyId === chosen.coolingTechnologyId &&
      JSON.stringify(site.facility.coolingBlocks) === JSON.stringify(chosen.coolingBlocks)
    return isThere
      ? []
      : [
          forbids(
            { check: CHECK, path, claimed: 1, unit: 'choices' },
            say`The plan has other cooling at ${names.place(chosen.siteId)} than the solve chose`,
          ),
        ]
  })
}

function roomLines(audited: Audited): AuditLine[] {
  const end = audited.result.periods.at(-1)
  return listBuilds(audited).flatMap(({ site, build }) => {
    const { coolingBlocks, coolingChoice, moduleItMw } = site.facility
    if (build.period !== end || coolingChoice !== 'solve' || coolingBlocks.length === 0) return []
    return [
      agrees({
        ...{ check: CHECK, path: `sites[${site.id}].facility.coolingBlocks`, unit: 'blocks' },
        what: say`Blocks of ${site} by cooling, against its rooms at the end`,
        claimed: sumOf(coolingBlocks, ({ blocks }) => blocks),
        recomputed: Math.ceil(build.builtItMw / moduleItMw - 1e-6),
        toleranceShare: 0,
      }),
    ]
  })
}

function rackLines(audited: Audited): AuditLine[] {
  const { plan, catalog } = audited
  return listBuilds(audited).flatMap(({ site, build }) => {
    const { coolingBlocks, coolingChoice, moduleItMw } = site.facility
    if (coolingBlocks.length === 0 || coolingChoice !== 'solve' || plan.procurement.coolingRule !== 'refuse')
      return []
    const mix = coolingMix(site, catalog)
    const needs = plan.accelerators.map((own) => {
      const rackKw = own.unitsPerRack * nameplateKw(own)
      const carriers = mix.filter(
        ({ row }) =>
          rackKw <= row.maxRackKw &&
          (own.cooling === 'air' ? row.heatToLiquidFrac < 1 : row.heatToLiquidFrac > 0),
      )
      const mw = ((build.unitsByAccelerator[own.id] ?? 0) * nameplateKw(own)) / 1000
      return { ids: carriers.map(({ row }) => row.id).sort(), mw }
    })
    return [...new Set(needs.map(({ ids }) => ids.join(' ')))].flatMap((key) => {
      const ids = key.split(' ')
      if (ids.length === mix.length) return []
      // All that fit nowhere else but into these blocks.
      const inThese = needs.filter((own) => own.ids.every((id) => ids.includes(id)))
      const blocks = sumOf(coolingBlocks, (own) => (ids.includes(own.technologyId) ? own.blocks : 0))
      return [
        atMost({
          ...{ check: CHECK, path: `builds[${site.id} ${build.period}].unitsByAccelerator`, unit: 'MW' },
          what: say`Racks at ${site} in ${build.period} that need ${saidCooling(mix.filter(({ row }) => ids.includes(row.id)))}, against its blocks`,
          claimed: sumOf(inThese, ({ mw }) => mw),
          recomputed: blocks * moduleItMw,
          toleranceShare: 1e-6,
        }),
      ]
    })
  })
}
