// Counts of a suite, read from what its runner wrote. What was skipped did not pass.
import { existsSync, readFileSync } from 'node:fs'

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)
/** A suite that proves nothing has failed. */
const settle = (passed, failed) => ({ passed, failed: passed + failed === 0 ? 1 : failed })

export function countVitest(file, code) {
  const report = read(file)
  if (!report) return { passed: 0, failed: 1 }
  const cases = report.testResults.flatMap((result) => result.assertionResults)
  const passed = cases.filter(({ status }) => status === 'passed').length
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  ).length
  const failed = cases.length - passed + broken
  return settle(passed, failed === 0 && code !== 0 ? 1 : failed)
}

export function countPlaywright(file, code) {
  const report = read(file)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.stats
  const failed = unexpected + flaky + skipped + report.errors.length
  return settle(expected, failed === 0 && code !== 0 ? 1 : failed)
}
