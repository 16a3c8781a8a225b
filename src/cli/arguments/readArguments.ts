import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'

const HELP = { help: { type: 'boolean', short: 'h' } } as const

interface Given<T extends ParseArgsOptionsConfig> {
  readonly args: string[]
  readonly options: T
  readonly allowPositionals: true
}

/** Options and files of a command; undefined where its help was asked for, which is then printed. */
export function readArguments<const T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  help: string,
  options: T,
): ReturnType<typeof parseArgs<Given<T>>> | undefined {
  const given = parseArgs({ args: [...args], options: { ...options, ...HELP }, allowPositionals: true })
  const { help: isAsked }: { readonly help?: unknown } = given.values
  if (isAsked !== true) return given as ReturnType<typeof parseArgs<Given<T>>>
  console.log(help)
  return undefined
}
