import { useMemo } from 'react'
import type { BlockChoice, CoolingBlocks as CoolingBlocksOf } from '../../../engine/facility/coolingBlocks.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatNumber } from '../../format/numbers.ts'
import { clauses, listed } from '../../format/punctuation.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { Working } from '../../parts/Working.tsx'
import { useSession } from '../../state/plan/session.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useAsked } from '../../state/work/useAsked.ts'
import { useThingNames } from '../../words/useThingNames.ts'
import { useWords } from '../../words/useWords.ts'
import type { BlocksOrder } from '../../worker/messages.ts'

interface Props {
  readonly result: PlanResult
  readonly siteId: string
}

/** Cooling of each block of a site: the cheapest that carries its racks, all within the water permit, and why. */
export function CoolingBlocks({ result, siteId }: Props) {
  const words = useWords().sites
  const { catalog } = usePlan()
  const names = useThingNames()
  const { value: choice, ...work } = useBlocks(result, siteId)
  if (!choice)
    return (
      <Panel title={words.blocks}>
        <Working {...work}>{words.choosingBlocks}</Working>
      </Panel>
    )
  const nameOf = (id: string) => catalog.cooling.find((row) => row.id === id)?.technology ?? id
  const traceOf = (field: string) => (own: CoolingBlocksOf) =>
    toRef('cooling-blocks', field, siteId, own.technologyId, String(own.blocks))
  const water = formatNumber(choice.waterM3PerYear)
  const limit = choice.waterLimitM3PerYear
  const note =
    limit === null
      ? words.blocksNote
      : clauses([words.blocksNote, words.ofPermit(water, formatNumber(limit))])
  if (choice.chosen.length === 0) return <Panel title={words.blocks}>{words.noBlocks}</Panel>
  return (
    <Panel title={words.blocks} note={note}>
      <DataTable
        label={words.blocks}
        items={choice.chosen}
        columns={[
          {
            head: words.block,
            read: (own) => `${formatNumber(own.blocks)} × ${formatNumber(own.itMwEach)} MW`,
          },
          {
            head: words.holds,
            read: (own) => listed(own.accelerators.map(names.accelerator)) || words.anything,
          },
          { head: words.technology, isLong: true, read: (own) => nameOf(own.technologyId) },
          { head: words.why, isLong: true, read: (own) => words.whyBlock[own.why](nameOf(own.cheapestId)) },
          {
            ...{ head: words.yearlyMusd, unit: 'M$', trace: traceOf('usdPerYear') },
            number: (own) => own.usdPerYear / 1e6,
          },
          {
            ...{ head: words.water, trace: traceOf('waterM3PerYear') },
            number: (own) => own.waterM3PerYear,
          },
        ]}
      />
    </Panel>
  )
}

const openWorker = () =>
  new Worker(new URL('../../worker/cooling.worker.ts', import.meta.url), { type: 'module' })

function useBlocks(result: PlanResult, siteId: string) {
  const { plan } = usePlan()
  const catalogFiles = useSession((state) => state.catalogFiles)
  const question = useMemo<BlocksOrder>(
    () => ({ plan, catalogFiles, result, siteId }),
    [plan, catalogFiles, result, siteId],
  )
  return useAsked<BlocksOrder, BlockChoice>(openWorker, question)
}
