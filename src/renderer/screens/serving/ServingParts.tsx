import { Stack, Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../words/useWords.ts'
import { Comparison } from './Comparison.tsx'
import { CustomRows } from './CustomRows.tsx'
import { Explanation } from './Explanation.tsx'
import { Measurements } from './Measurements.tsx'
import { Placement } from './Placement.tsx'
import { ServerBill } from './ServerBill.tsx'
import { ServingCurve } from './ServingCurve.tsx'

type TabName = keyof ReturnType<typeof useWords>['serving']['tabs']

interface Props {
  /** What of the plan is typed on this layer. */
  readonly children: ReactNode
}

/** Layer 4: the plan's models, how fast they are, how they compare, where they stand, what was measured. */
export function ModelParts({ children }: Props) {
  return (
    <Parts
      tabs={{
        plan: (
          <>
            {children}
            <ServingCurve />
          </>
        ),
        compare: <Comparison of="models" />,
        placement: <Placement of="models" />,
        runs: <Measurements />,
        custom: <CustomRows of="models" />,
      }}
    />
  )
}

/** Layer 3: what may be bought, how it compares, how busy it is, what has to be ordered. */
export function AcceleratorParts({ children }: Props) {
  return (
    <Parts
      tabs={{
        plan: children,
        speed: <ServingCurve />,
        compare: <Comparison of="accelerators" />,
        utilisation: <Placement of="accelerators" />,
        bill: <ServerBill />,
        runs: <Measurements />,
        custom: <CustomRows of="accelerators" />,
      }}
    />
  )
}

function Parts({ tabs }: { readonly tabs: Partial<Record<TabName, ReactNode>> }) {
  const words = useWords().serving
  const names = Object.keys(tabs) as TabName[]
  return (
    <>
      <Tabs defaultValue="plan" keepMounted={false}>
        <Tabs.List mb="sm">
          {names.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {words.tabs[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {names.map((name) => (
          <Tabs.Panel key={name} value={name}>
            <Stack gap="sm">{tabs[name]}</Stack>
          </Tabs.Panel>
        ))}
      </Tabs>
      <Explanation />
    </>
  )
}
