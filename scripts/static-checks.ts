import path from 'node:path'

import { cacheFolder } from './root.ts'
import { runProgram, type Outcome } from './run-program.ts'

export type Check = { name: string; run: () => Promise<Outcome> }

const quiet = (program: string, ...args: string[]) => runProgram(program, args, { isQuiet: true })

/** Everything that can be told without running the product. */
export const staticChecks: Check[] = [
  { name: 'types', run: checkTypes },
  { name: 'lint', run: checkLint },
  {
    name: 'format',
    run: () =>
      quiet('prettier', '--check', '.', '--cache', '--cache-location', caches('prettier'), '--log-level', 'warn'),
  },
  {
    name: 'arrows',
    run: () =>
      quiet(
        'depcruise',
        'apps',
        'packages',
        'prisma',
        'e2e',
        'bench',
        'scripts',
        '--config',
        '.dependency-cruiser.cjs',
      ),
  },
  { name: 'dead code', run: () => quiet('knip', '--no-progress') },
  { name: 'migrations', run: () => quiet('node', 'prisma/engine/check-drift.ts') },
]

function caches(name: string): string {
  return path.join(cacheFolder, name)
}

/** Each package by its own tsconfig, through turbo, which skips what has not changed; then the folder of scripts. */
async function checkTypes(): Promise<Outcome> {
  const env = { TURBO_TELEMETRY_DISABLED: '1' }
  const packages = await runProgram('turbo', ['run', 'typecheck', '--output-logs=errors-only'], { isQuiet: true, env })
  const scripts = await quiet('tsc', '--project', 'tsconfig.json')
  return { status: Math.max(packages.status, scripts.status), output: packages.output + scripts.output }
}

/**
 * The API and the desk each apart from the rest: all types at once are more than one process holds. Two at a time, as
 * most machines have the memory for.
 */
async function checkLint(): Promise<Outcome> {
  const lint = (name: string, ...what: string[]) =>
    quiet('eslint', ...what, '--max-warnings', '0', '--cache', '--cache-location', caches(`eslint-${name}`))
  const large = ['apps/api', 'apps/desk']
  const [api, desk] = await Promise.all([lint('api', 'apps/api'), lint('desk', 'apps/desk')])
  const rest = await lint('rest', '.', ...large.flatMap((folder) => ['--ignore-pattern', folder]))
  return {
    status: Math.max(api.status, desk.status, rest.status),
    output: api.output + desk.output + rest.output,
  }
}
