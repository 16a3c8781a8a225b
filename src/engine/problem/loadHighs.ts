import loadHighs, { type Highs } from 'highs'

let loading: Promise<Highs> | undefined
let wasmFile: string | undefined

/** Where HiGHS' WebAssembly lies; needed only where a bundler has moved it, before the first solve. */
export function setHighsFile(url: string): void {
  wasmFile = url
}

/** The solver's code, loaded once. */
export function getHighs(): Promise<Highs> {
  const file = wasmFile
  loading ??= file === undefined ? loadHighs() : loadHighs({ locateFile: () => file })
  return loading
}
