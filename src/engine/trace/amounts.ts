import type { TraceContext } from './traceContext.ts'

/** Million tokens served in each period, discounted like money: all of them, or output alone. */
export function discountedTokens(c: TraceContext, isOutput: boolean): { period: string; mTok: number }[] {
  const { classes, tokenMix, periods } = c.inputs
  const weightOf = (classId: string): number =>
    isOutput ? (tokenMix[classes.findIndex((own) => own.id === classId)]?.output ?? 0) : 1
  return periods.map(({ label, discount }) => {
    const own = c.result.flows.filter((flow) => flow.period === label)
    const tokS = own.reduce((sum, flow) => sum + flow.tokS * weightOf(flow.classId), 0)
    return { period: label, mTok: (tokS * c.seconds * discount) / 1e6 }
  })
}
