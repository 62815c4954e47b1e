import { readdirSync } from 'node:fs'
import path from 'node:path'

import { cacheFolder, root } from './root.ts'
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

/** All types at once are more than one process holds, so each takes a part; two at a time, as most machines have room for. */
async function checkLint(): Promise<Outcome> {
  const parts: Record<string, string[]> = {
    ...spread('api', 'apps/api/src', 4),
    ...spread('desk', 'apps/desk/src/features', 3),
    ...spread('packages', 'packages', 3),
    'api-rest': ['apps/api', ...without('apps/api/src')],
    'desk-rest': ['apps/desk', ...without('apps/desk/src/features')],
    extranet: ['apps/extranet'],
    rest: ['.', ...without('apps/api', 'apps/desk', 'apps/extranet', 'packages')],
  }
  const waiting = Object.entries(parts)
  const outcomes: Outcome[] = []
  const work = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) outcomes.push(await lint(...part))
  }
  await Promise.all([work(), work()])
  return {
    status: Math.max(...outcomes.map(({ status }) => status)),
    output: outcomes.map(({ output }) => output).join(''),
  }
}

function lint(name: string, what: string[]): Promise<Outcome> {
  return quiet('eslint', ...what, '--max-warnings', '0', '--cache', '--cache-location', caches(`eslint-${name}`))
}

function without(...folders: string[]): string[] {
  return folders.flatMap((folder) => ['--ignore-pattern', folder])
}

/** What lies in a folder, dealt out to so many parts. */
function spread(name: string, folder: string, count: number): Record<string, string[]> {
  const parts: Record<string, string[]> = {}
  for (const [index, entry] of readdirSync(path.join(root, folder)).sort().entries())
    (parts[`${name}-${String(index % count)}`] ??= []).push(`${folder}/${entry}`)
  return parts
}
