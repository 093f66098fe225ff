import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{contract,db,main,renderer}/**/*.test.{ts,tsx}'],
    maxWorkers: 2,
    pool: 'forks',
    testTimeout: 30_000,
  },
})
