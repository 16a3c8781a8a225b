import { leaningKey } from '../../../engine/trace/decisions/leanings.ts'
import type { SourcedLeaning } from '../../../engine/trace/decisions/sourcedLeanings.ts'
import { toRef } from '../../../engine/trace/trace.ts'
import { findPaths } from '../../../plan/planPath.ts'
import { formatShare } from '../../format/numbers.ts'
import { withUnit } from '../../format/punctuation.ts'
import { Panel } from '../../parts/Panel.tsx'
import { DataTable } from '../../parts/tables/DataTable.tsx'
import { openCell } from '../../state/plan/catalogView.ts'
import { jumpTo } from '../../state/plan/problems.ts'
import { usePlan } from '../../state/plan/usePlan.ts'
import { useLeaningLabel } from '../../state/view/useTraceLabel.ts'
import { useLeanings } from '../../state/work/useLeanings.ts'
import { useShippedText } from '../../words/useShippedText.ts'
import { useUnitName, useWords } from '../../words/useWords.ts'

/** What the cost leans on, and how good its source is. */
export function Leanings() {
  const { audit: words, trace } = useWords()
  const { plan } = usePlan()
  const label = useLeaningLabel()
  const unitName = useUnitName()
  const say = useShippedText()
  const items = useLeanings()
  if (items.length === 0) return null
  const open = ({ input: { path, cell } }: SourcedLeaning): void => {
    if (path !== undefined) jumpTo(findPaths(plan, path)[0]!)
    else if (cell) openCell(cell)
  }
  return (
    <Panel title={words.leanings} note={words.leaningsNote}>
      <DataTable<SourcedLeaning>
        label={words.leanings}
        items={items}
        columns={[
          {
            ...{ head: words.input, isLong: true },
            read: ({ input }) =>
              input.unit === '' || input.unit === 'share'
                ? label(input)
                : withUnit(label(input), unitName(input.unit)),
            onPick: open,
          },
          {
            ...{ head: words.movesWith, isNumber: true, read: ({ share }) => formatShare(share, 1) },
            trace: ({ input }) => toRef('leaning', leaningKey(input)),
          },
          { head: words.grade, read: ({ grade }) => grade || '—' },
          {
            ...{ head: words.source, isLong: true },
            read: ({ input, source }) =>
              input.word === 'speed' ? words.speedSource : say(source) || trace.noSource,
          },
        ]}
      />
    </Panel>
  )
}
