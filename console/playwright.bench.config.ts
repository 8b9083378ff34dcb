import { defineConfig } from '@playwright/test'
import config from './playwright.config'

/** Times what people wait for, before a server that runs already and without the stories. */
export default defineConfig({
  use: { ...config.use, trace: 'off', screenshot: 'off' },
  testDir: 'bench',
  outputDir: 'test-results/bench',
  workers: 1,
  reporter: 'line',
})
