import { Select, Slider } from '@mantine/core'
import type { PlanResult } from '../../../plan/result/result.ts'
import { formatPeriod } from '../../format/numbers.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useWords } from '../../words/useWords.ts'
import styles from './overview.module.css'

interface PickProps {
  readonly result: PlanResult
  readonly index: number
  readonly setIndex: (index: number) => void
  readonly siteId: string | null
  readonly setSiteId: (siteId: string | null) => void
}

/** Which quarter and which site the cake shows. */
export function Pick({ result, index, setIndex, siteId, setSiteId }: PickProps) {
  const words = useWords()
  const { plan } = usePlan()
  const sites = plan.sites.map((site) => ({ value: site.id, label: site.name }))
  return (
    <div className={styles.pick}>
      <Select
        size="xs"
        aria-label={words.overview.site}
        data={[{ value: '', label: words.overview.allSites }, ...sites]}
        value={siteId ?? ''}
        onChange={(value) => setSiteId(value || null)}
        allowDeselect={false}
        w={128}
      />
      <span>{formatPeriod(result.periods[0]!)}</span>
      <Slider
        w={110}
        size="sm"
        min={0}
        max={result.periods.length - 1}
        value={index}
        onChange={setIndex}
        label={(value) => formatPeriod(result.periods[value] ?? '')}
        thumbLabel={words.overview.period}
      />
      <span>{formatPeriod(result.periods.at(-1)!)}</span>
    </div>
  )
}
