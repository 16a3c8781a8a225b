/** A bar from one value to another: of a total, from zero. */
interface Hanging {
  readonly low: number
  readonly high: number
  readonly kind: 'total' | 'more' | 'less'
}

/** The next round number below, by a step that suits the span. */
function floorNear(value: number, span: number): number {
  const step = 10 ** Math.floor(Math.log10(span))
  return Math.max(0, Number((Math.floor(value / step) * step).toPrecision(6)))
}

/**
 * Where the axis begins: at zero; near the parts where they are small beside the totals between which they hang, for there
 * they would else be lines. The totals are then drawn broken, and the panel says where the axis begins.
 */
export function axisStart(bars: readonly Hanging[]): number {
  const lowest = Math.min(...bars.filter((bar) => bar.kind !== 'total').map((bar) => bar.low), Infinity)
  const highest = Math.max(...bars.map((bar) => bar.high))
  const span = highest - lowest
  return lowest > 0 && span < 0.4 * highest ? floorNear(lowest - 0.25 * span, span) : 0
}
