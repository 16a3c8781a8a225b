import { NumberInput, Select, TextInput } from '@mantine/core'
import type { ImportOrder } from '../../../contract/exchange.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'

interface Props {
  readonly target: string
  readonly order: ImportOrder
  readonly say: (change: Partial<ImportOrder>) => void
}

/** What is read of one site or made like one. */
const OF_A_SITE = new Set(['hourly-price', 'hourly-load', 'hourly-carbon', 'weather-epw', 'site-places'])

/** What a file does not say and must be known before it is read: of which site, line of demand or hardware it is. */
export function TargetChoices({ target, order, say }: Props) {
  if (OF_A_SITE.has(target)) return <SiteChoice target={target} order={order} say={say} />
  if (target === 'request-trace') return <TraceChoice target={target} order={order} say={say} />
  return target === 'benchmarks' ? <RunChoice target={target} order={order} say={say} /> : null
}

function SiteChoice({ order, say }: Props) {
  const words = useWords().exchange
  const { plan } = usePlan()
  return (
    <Select
      size="xs"
      label={words.site}
      data={plan.sites.map(({ id, name }) => ({ value: id, label: name }))}
      value={order.siteId ?? plan.sites[0]?.id ?? null}
      onChange={(siteId) => siteId && say({ siteId })}
    />
  )
}

function TraceChoice({ order, say }: Props) {
  const words = useWords().exchange
  const { plan } = usePlan()
  return (
    <>
      <Select
        size="xs"
        searchable
        label={words.demandLine}
        data={plan.demand.map(({ id }) => id)}
        value={order.demandId ?? plan.demand[0]?.id ?? null}
        onChange={(demandId) => demandId && say({ demandId })}
      />
      <Select
        size="xs"
        searchable
        label={words.timeZone}
        data={['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]}
        value={order.timeZone ?? 'UTC'}
        onChange={(timeZone) => timeZone && say({ timeZone })}
      />
    </>
  )
}

function RunChoice({ order, say }: Props) {
  const words = useWords().exchange
  const { plan, catalog } = usePlan()
  const { run = {} } = order
  const { model: _model, ...withoutModel } = run
  const { accelerator: _accelerator, ...withoutAccelerator } = run
  const own = [...plan.accelerators.map((item) => item.catalogAcceleratorId)]
  return (
    <>
      <Select
        {...{ size: 'xs', searchable: true, clearable: true, placeholder: words.run, label: words.model }}
        data={catalog.models.map(({ id }) => id)}
        value={run.model ?? null}
        onChange={(model) => say({ run: model === null ? withoutModel : { ...run, model } })}
      />
      <Select
        {...{ size: 'xs', searchable: true, clearable: true, placeholder: words.run }}
        label={words.accelerator}
        data={[...new Set([...own, ...catalog.accelerators.map(({ id }) => id)])]}
        value={run.accelerator ?? null}
        onChange={(accelerator) =>
          say({ run: accelerator === null ? withoutAccelerator : { ...run, accelerator } })
        }
      />
      <CountChoice
        label={words.accelCount}
        count={run.nAccel}
        onSay={(nAccel) => say({ run: { ...run, nAccel } })}
      />
      <CountChoice
        label={words.concurrency}
        count={run.concurrency}
        onSay={(concurrency) => say({ run: { ...run, concurrency } })}
      />
      <TextInput
        {...{ size: 'xs', w: 90, placeholder: 'FP8', label: words.precision }}
        defaultValue={run.precision ?? ''}
        onBlur={(event) => {
          const precision = event.currentTarget.value.trim()
          if (precision !== '' && precision !== run.precision) say({ run: { ...run, precision } })
        }}
      />
    </>
  )
}

interface CountProps {
  readonly label: string
  readonly count: number | undefined
  readonly onSay: (count: number) => void
}

function CountChoice({ label, count, onSay }: CountProps) {
  return (
    <NumberInput
      {...{ size: 'xs', w: 110, min: 1, max: 100_000, label }}
      defaultValue={count ?? ''}
      onBlur={(event) => {
        const said = Number(event.currentTarget.value)
        if (Number.isInteger(said) && said > 0 && said !== count) onSay(said)
      }}
    />
  )
}
