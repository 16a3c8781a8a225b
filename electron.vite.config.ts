import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const page = resolve(import.meta.dirname, 'src/renderer')

/** HiGHS' WebAssembly beside the page as `highs.wasm`: the package does not export it to bundlers. */
const solverFile = {
  name: 'highs-wasm',
  generateBundle(this: {
    emitFile: (file: { type: 'asset'; fileName: string; source: Uint8Array }) => void
  }) {
    const source = readFileSync(resolve(import.meta.dirname, 'node_modules/highs/build/highs.wasm'))
    this.emitFile({ type: 'asset', fileName: 'highs.wasm', source })
  },
}

export default defineConfig({
  main: { build: { lib: { entry: 'src/main/index.ts', formats: ['es'] } } },
  preload: {
    build: {
      lib: { entry: 'src/preload/index.ts', formats: ['cjs'] },
      // A sandboxed preload is one CommonJS file; `.cjs`, since the package is of modules.
      rolldownOptions: { output: { entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: page,
    plugins: [react(), solverFile],
    worker: { format: 'es' },
    build: {
      rolldownOptions: { input: resolve(page, 'index.html') },
      // Nothing inline: the page's policy allows no data: script, font or WebAssembly.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  },
})
