import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      target: 'node20',
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: 'main/app/index.ts',
          process: 'main/host/process.ts',
          serve: 'main/host/serve.ts',
          cli: 'main/host/cli.ts',
          worker: 'main/host/worker.ts',
          'analysis-worker': 'main/host/analysis-worker.ts',
          'file-worker': 'main/host/file-worker.ts',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: { input: 'main/app/preload.ts', output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react({ compiler: true })],
    build: { target: 'chrome130', outDir: 'out/renderer', rollupOptions: { input: 'renderer/index.html' } },
  },
})
