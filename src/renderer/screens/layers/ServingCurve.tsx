import { Group, NumberInput, Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { getAccelerator, getModel } from '../../../catalog/find.ts'
import { bestPrecision } from '../../../engine/throughput/bestPrecision.ts'
import { throughputCurve } from '../../../engine/throughput/curve.ts'
import type { ServingPrediction } from '../../../engine/throughput/query.ts'
import { formatNumber } from '../../format/numbers.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { XyChart, type XyLine } from '../../parts/XyChart.tsx'
import { usePlan } from '../../state/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

/** Throughput of a model on an accelerator against its interactivity, with the band that measured rows fell into. */
export function ServingCurve() {
  const words = useWords().curve
  const { plan, catalog } = usePlan()
  const [modelId, setModel] = useState(
    () => getModel(catalog, plan.models[0]?.catalogModelId ?? 'gpt-oss-20b').id,
  )
  const [acceleratorId, setAccelerator] = useState(
    () => getAccelerator(catalog, plan.accelerators[0]?.catalogAcceleratorId ?? 'nvidia-b300-sxm').id,
  )
  const [inputTokens, setInput] = useState(8000)
  const [outputTokens, setOutput] = useState(1000)
  const accelerator = getAccelerator(catalog, acceleratorId)
  const points = useMemo(() => {
    const model = getModel(catalog, modelId)
    const precision = bestPrecision(accelerator)
    return throughputCurve({ accelerator, model, precision, inputTokens, outputTokens, cacheHitShare: 0 })
  }, [catalog, modelId, accelerator, inputTokens, outputTokens])
  const lines = useMemo<XyLine[]>(() => {
    const line = (name: string, read: (point: ServingPrediction) => number, isDashed = false): XyLine => ({
      ...{ name, isDashed },
      points: points.map((point) => ({ x: 1000 / point.tpotMs, y: read(point) })),
    })
    return [
      line(words.median, (point) => point.outputTokSPerAccel),
      line('P10', (point) => point.p10OutputTokSPerAccel, true),
      line('P90', (point) => point.p90OutputTokSPerAccel, true),
    ]
  }, [points, words])
  return (
    <Panel title={words.title} note={words.note(bestPrecision(accelerator))}>
      <Group gap="sm" align="end" mb="sm">
        <Select
          size="xs"
          label={words.model}
          searchable
          data={catalog.models.map((row) => ({ value: row.id, label: row.model }))}
          value={modelId}
          onChange={(value) => value && setModel(value)}
        />
        <Select
          size="xs"
          label={words.accelerator}
          searchable
          data={catalog.accelerators.map((row) => ({ value: row.id, label: row.accelerator }))}
          value={acceleratorId}
          onChange={(value) => value && setAccelerator(value)}
        />
        <NumberInput
          size="xs"
          w={120}
          min={1}
          max={1e6}
          label={words.input}
          value={inputTokens}
          onChange={(value) => setInput(positive(value))}
        />
        <NumberInput
          size="xs"
          w={120}
          min={1}
          max={1e6}
          label={words.output}
          value={outputTokens}
          onChange={(value) => setOutput(positive(value))}
        />
      </Group>
      {points.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <XyChart
            label={words.title}
            xTitle={words.interactivity}
            yTitle={words.perAccelerator}
            lines={lines}
          />
          <DataTable
            label={words.title}
            items={points}
            columns={[
              { head: words.replica, isNumber: true, read: (point) => formatNumber(point.accelCount) },
              { head: words.batch, isNumber: true, read: (point) => formatNumber(point.batch, 5) },
              {
                head: words.interactivity,
                isNumber: true,
                read: (point) => formatNumber(1000 / point.tpotMs),
              },
              {
                head: words.perAccelerator,
                isNumber: true,
                read: (point) => formatNumber(point.outputTokSPerAccel, 4),
              },
              { head: 'P10', isNumber: true, read: (point) => formatNumber(point.p10OutputTokSPerAccel, 4) },
              { head: 'P90', isNumber: true, read: (point) => formatNumber(point.p90OutputTokSPerAccel, 4) },
              { head: 'TTFT ms', isNumber: true, read: (point) => formatNumber(point.ttftMs) },
              { head: words.grade, read: (point) => point.grade },
            ]}
          />
        </>
      )}
    </Panel>
  )
}

function positive(value: string | number): number {
  const number = Number(value)
  return Number.isFinite(number) && number >= 1 ? Math.min(1e6, Math.round(number)) : 1
}
