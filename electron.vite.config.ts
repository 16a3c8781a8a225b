import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import mantine from 'postcss-preset-mantine'

const page = resolve(import.meta.dirname, 'src/renderer')

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
    plugins: [react()],
    // Every length follows `--mantine-scale`, as those of the components do.
    css: { postcss: { plugins: [mantine({ autoRem: true })] } },
    // HiGHS asks Node for a module only where it runs in Node.
    worker: { format: 'es', rolldownOptions: { external: ['node:module'] } },
    build: {
      rolldownOptions: { input: resolve(page, 'index.html') },
      // Nothing inline: the page's policy allows no data: script, font or WebAssembly.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  },
})
