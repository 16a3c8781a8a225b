interface Timed {
  readonly timeS: number
}

const MOST_STEPS = 60

/**
 * What stood at even steps of time, 1, 2 or 5 times a power of ten seconds, so that an axis of these is one of time;
 * undefined: nothing stood yet. The last step holds the newest.
 */
export function atEvenTimes<T extends Timed>(
  found: readonly T[],
): { readonly times: readonly number[]; readonly shown: readonly (T | undefined)[] } {
  const end = found.at(-1)?.timeS ?? 0
  if (end <= 0) return { times: found.map((own) => own.timeS), shown: found }
  const step = roundStep(end / MOST_STEPS)
  const times = Array.from({ length: Math.ceil(end / step - 1e-9) + 1 }, (_, k) =>
    Number((k * step).toPrecision(12)),
  )
  return { times, shown: times.map((at) => found.findLast((own) => own.timeS <= at)) }
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10)
}
