import { appendFileSync } from 'node:fs'
import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter'

/**
 * Closes with "N passed, N failed, N skipped" alone on the last line, or adds
 * that line to the file that E2E_COUNTS names. A story that passed only when it
 * was tried again has passed, and is listed as flaky above.
 */
export default class Counts implements Reporter {
  private suite: Suite | undefined
  private mistakes = 0
  private result: FullResult['status'] = 'passed'

  onBegin(_config: FullConfig, suite: Suite) {
    this.suite = suite
  }

  /** Something broke outside a story: a file that does not load, the server. */
  onError() {
    this.mistakes++
  }

  onEnd(result: FullResult) {
    this.result = result.status
  }

  onExit(): Promise<void> {
    const outcomes = this.suite?.allTests().map((test) => test.outcome()) ?? []
    const passed = outcomes.filter((one) => one === 'expected' || one === 'flaky').length
    const skipped = outcomes.filter((one) => one === 'skipped').length
    const failed = outcomes.length - passed - skipped
    const line = `${passed} passed, ${this.result === 'passed' ? failed : Math.max(failed, this.mistakes, 1)} failed, ${skipped} skipped\n`
    if (process.env['E2E_COUNTS']) appendFileSync(process.env['E2E_COUNTS'], line)
    else process.stdout.write(line)
    return Promise.resolve()
  }

  printsToStdio() {
    return true
  }
}
