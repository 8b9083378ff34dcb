import { appendFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** Adds "N passed, N failed" of the unit tests to the file that E2E_COUNTS names. */
export default class UnitCounts implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const file = process.env['E2E_COUNTS']
    if (!file) return
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state))
    const broken = modules.filter((module) => module.errors().length > 0).length + errors.length
    const failed = states.filter((state) => state === 'failed').length
    appendFileSync(file, `${states.filter((state) => state === 'passed').length} passed, ${failed + broken} failed\n`)
  }
}
