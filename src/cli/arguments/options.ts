import { AppFault } from '../../plan/fault.ts'

/** A number of the command line within bounds; undefined where the option was not given. */
export function readNumber(
  path: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (text.trim() !== '' && Number.isFinite(value) && value >= least && value <= most) return value
  throw new AppFault('bad-input', 'An option is wrong', [
    { path, value: text, expected: `a number from ${least} to ${most}` },
  ])
}

/** An option that must be given. */
export function need(path: string, text: string | undefined, expected: string): string {
  if (text !== undefined && text !== '') return text
  throw new AppFault('bad-input', 'An option is missing', [{ path, value: text, expected }])
}

/** One of a few words. */
export function readChoice<T extends string>(
  path: string,
  text: string | undefined,
  choices: readonly T[],
): T | undefined {
  if (text === undefined) return undefined
  const found = choices.find((choice) => choice === text)
  if (found !== undefined) return found
  throw new AppFault('bad-input', 'An option is wrong', [
    { path, value: text, expected: `one of ${choices.join(', ')}` },
  ])
}

/** The values that were given, without those that were not. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

/** How long and how far to solve, where the command line says so: `--gap` as a share, `--time` in seconds. */
export function readLimits(values: {
  readonly gap?: string | undefined
  readonly time?: string | undefined
}) {
  return given({
    gapShare: readNumber('--gap', values.gap, 0, 1),
    timeLimitS: readNumber('--time', values.time, 0, 86_400),
  })
}
