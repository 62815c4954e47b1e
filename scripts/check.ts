import { databaseClient } from './products.ts'
import { staticChecks } from './static-checks.ts'
import { makeWhenStale } from './when-stale.ts'

const names = process.argv.slice(2)
const wanted = names.length === 0 ? staticChecks : staticChecks.filter(({ name }) => names.includes(name))
if (wanted.length === 0) {
  console.error(`Usage: pnpm check [${staticChecks.map(({ name }) => name).join(' | ')}]…`)
  process.exitCode = 1
}
if (!(await makeWhenStale(databaseClient))) process.exitCode = 1
for (const { name, run } of wanted) {
  const startedAt = performance.now()
  const { status, output } = await run()
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
  if (status === 0) continue
  console.error(output)
  process.exitCode = 1
}
