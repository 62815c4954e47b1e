import { availableParallelism } from 'node:os'
import path from 'node:path'
import { glob } from 'node:fs/promises'

import { cacheFolder, root } from './root.ts'
import { runProgram, type Outcome } from './run-program.ts'

export type Check = { name: string; run: () => Promise<Outcome> }

const quiet = (program: string, ...args: string[]) => runProgram(program, args, { isQuiet: true })

/** Everything that can be told without running the product. */
export const staticChecks: Check[] = [
  { name: 'types', run: checkTypes },
  {
    name: 'lint',
    run: () => quiet('eslint', '.', '--max-warnings', '0', '--cache', '--cache-location', caches('eslint')),
  },
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

/** Each package by its own tsconfig, as many at a time as there are processors. */
async function checkTypes(): Promise<Outcome> {
  const waiting = (await Array.fromAsync(glob('{.,*,apps/*,packages/*}/tsconfig.json', { cwd: root }))).sort()
  const outcomes: Outcome[] = []
  const work = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const info = caches(`types-${path.dirname(file).replaceAll(path.sep, '-')}.tsbuildinfo`)
      outcomes.push(await quiet('tsc', '--project', file, '--incremental', '--tsBuildInfoFile', info))
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  return {
    status: Math.max(...outcomes.map(({ status }) => status)),
    output: outcomes.map(({ output }) => output).join(''),
  }
}
