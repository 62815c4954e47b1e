import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'

import { findBrowser } from './find-browser.ts'
import { apps, databaseClient } from './products.ts'
import { cacheFolder } from './root.ts'
import { runProgram } from './run-program.ts'
import { staticChecks } from './static-checks.ts'
import { addUp, closingLine, ONE_FAILED, ONE_PASSED, readReport, type Count } from './test-count.ts'
import { makeWhenStale, type Product } from './when-stale.ts'

type Step = { title: string; run: () => Promise<Count> }

const steps: Step[] = [
  makingStep('Generate the database client', databaseClient),
  ...staticChecks.map(({ name, run }) => ({ title: `Check: ${name}`, run: async () => judge(await run()) })),
  { title: 'Unit and API tests', run: () => runTests('unit', []) },
  ...apps.map((app) => makingStep(`Build: ${app.name}`, app)),
  { title: 'Browser tests', run: runBrowserTests },
]

const counts: Count[] = []
for (const { title, run } of steps) {
  console.log(`\n── ${title}`)
  const startedAt = performance.now()
  const count = await run()
  counts.push(count)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`   ${count.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
}

const total = addUp(counts)
console.log(`\n${closingLine(total)}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

function makingStep(title: string, product: Product): Step {
  return { title, run: async () => ((await makeWhenStale(product)) ? ONE_PASSED : ONE_FAILED) }
}

function judge({ status, output }: { status: number; output: string }): Count {
  if (status === 0) return ONE_PASSED
  console.log(output)
  return ONE_FAILED
}

async function runBrowserTests(): Promise<Count> {
  const browser = await findBrowser()
  if (browser === undefined) {
    console.log('No browser: install Chromium or Chrome, or name one in TIMEDESK_BROWSER.')
    return ONE_FAILED
  }
  return runTests('browser', ['--config', 'e2e/vitest.config.ts'], { TIMEDESK_BROWSER: browser })
}

/** A run that ends badly without a failed test (a fault outside of tests, no tests at all) counts as one failure. */
async function runTests(name: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Count> {
  const report = path.join(cacheFolder, `${name}-tests.json`)
  await mkdir(cacheFolder, { recursive: true })
  await rm(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = await runProgram('vitest', ['run', ...args, ...reporters], { env })
  const count = readReport(await readFile(report, 'utf8').catch(() => undefined))
  const isSilentFailure = (status !== 0 || count.passed === 0) && count.failed === 0
  return isSilentFailure ? addUp([count, ONE_FAILED]) : count
}
