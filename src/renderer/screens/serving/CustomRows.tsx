import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { comparePair, type PairRow } from '../../../engine/pairs/comparePairs.ts'
import { formatNumber } from '../../format/numbers.ts'
import { clauses, listed } from '../../format/punctuation.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { editPlan } from '../../state/plan/edits.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import { useColumnName } from '../catalog/useColumnName.ts'
import { CustomSheet } from './CustomSheet.tsx'
import { useAnchors, usePair, usePairInView } from './pair.ts'

type Kind = 'accelerators' | 'models'

/** Hardware or models that the catalog does not have, as the plan has them, and how fast they are predicted to be. */
export function CustomRows({ of }: { readonly of: Kind }) {
  const words = useWords().serving
  const [isOpen, setOpen] = useState(false)
  const rows = useOwnRows(of)
  return (
    <Panel
      title={of === 'accelerators' ? words.customAccelerators : words.customModels}
      note={words.customNote}
    >
      {rows.length > 0 && <OwnRows of={of} rows={rows} />}
      <Button mt="xs" size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {of === 'accelerators' ? words.addAccelerator : words.addModel}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        size="lg"
        title={of === 'accelerators' ? words.addAccelerator : words.addModel}
      >
        <CustomSheet of={of} onDone={() => setOpen(false)} />
      </Modal>
    </Panel>
  )
}

/** The plan's own rows, each with the other side of the pair in view. */
function useOwnRows(of: Kind): PairRow[] {
  const { plan, catalog } = usePlan()
  const { model, accelerator, conditions } = usePairInView()
  const comparing = { plan, catalog, conditions, anchors: useAnchors() }
  if (of === 'accelerators') {
    const ids = new Set(plan.customAccelerators.map(({ id }) => id))
    const rows = catalog.accelerators.filter(({ id }) => ids.has(id))
    return rows.flatMap((row) => comparePair(row, model, comparing))
  }
  const ids = new Set(plan.customModels.map(({ id }) => id))
  return catalog.models
    .filter(({ id }) => ids.has(id))
    .flatMap((row) => comparePair(accelerator, row, comparing))
}

function OwnRows({ of, rows }: { readonly of: Kind; readonly rows: readonly PairRow[] }) {
  const words = useWords().serving
  const nameOfColumn = useColumnName()
  const rowOf = (pair: PairRow) => (of === 'accelerators' ? pair.accelerator : pair.model)
  const nameOf = ({ accelerator, model }: PairRow) =>
    of === 'accelerators' ? accelerator.accelerator : model.model
  const otherOf = ({ accelerator, model }: PairRow) =>
    of === 'accelerators' ? model.model : accelerator.accelerator
  const remove = (id: string): void =>
    void editPlan(words.removed(id), (draft) => {
      const list = of === 'accelerators' ? draft.customAccelerators : draft.customModels
      list.splice(
        list.findIndex((own) => own.id === id),
        1,
      )
    })
  return (
    <DataTable
      label={of === 'accelerators' ? words.customAccelerators : words.customModels}
      items={rows}
      columns={[
        {
          head: words.sheet.name,
          read: nameOf,
          onPick: ({ query }) => usePair.setState({ explained: query }),
        },
        { head: words.value, read: (pair) => figuresOf(pair, of, words) },
        { head: words.grade, read: (pair) => rowOf(pair).grade },
        {
          head: words.takes,
          read: (pair) => clauses(rowOf(pair).estimatedFields.map(nameOfColumn)) || '—',
        },
        { head: words.source, read: (pair) => rowOf(pair).source },
        { head: of === 'accelerators' ? words.model : words.accelerator, read: otherOf },
        {
          ...{ head: words.perAccel, isNumber: true },
          read: ({ prediction: own }) =>
            own.isFeasible ? formatNumber(own.outputTokSPerAccel, 4) : words.doesNotFit,
        },
        {
          ...{ head: words.band, isNumber: true },
          read: ({ prediction: own }) =>
            own.isFeasible
              ? `${formatNumber(own.p10OutputTokSPerAccel)} – ${formatNumber(own.p90OutputTokSPerAccel)}`
              : '—',
        },
        { head: words.remove, read: () => words.remove, onPick: (pair) => remove(rowOf(pair).id) },
      ]}
    />
  )
}

function figuresOf(
  { accelerator, model }: PairRow,
  of: Kind,
  words: ReturnType<typeof useWords>['serving'],
): string {
  const number = (value: number | null) => formatNumber(value, 4)
  return of === 'models'
    ? words.modelFigures(number(model.totalParamsB), number(model.activeParamsB), String(model.layers))
    : listed([
        `${number(accelerator.memoryGb)} GB`,
        `${number(accelerator.memBwTbS)} TB/s`,
        `${number(accelerator.bf16TflopsDense)} TFLOP/s`,
        `${number(accelerator.tdpW)} W`,
      ])
}
