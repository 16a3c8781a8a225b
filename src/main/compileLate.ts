import { setFlagsFromString } from 'node:v8'

/**
 * Rough bytes of WebAssembly that a function runs before Node compiles it a second time, optimised: some twenty times
 * Node's own. The loop of HiGHS' simplex is a hundred thousand bytes long, so that Node takes it for hot after a hundred
 * iterations and spends a quarter of a second of another core on it, which a solve of half a second never gets back.
 */
const TIERING_BUDGET = 300_000_000

/**
 * Makes Node compile WebAssembly with care only where it runs long. Takes hold of modules loaded after: call it first. A small
 * solve takes a sixth less of the processor, a long one as much as before.
 */
export function compileLate(): void {
  setFlagsFromString(`--wasm-tiering-budget=${TIERING_BUDGET}`)
}
