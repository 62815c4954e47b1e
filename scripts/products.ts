import { root } from './root.ts'
import { runProgram } from './run-program.ts'
import type { Product } from './when-stale.ts'

/** The typed database client. The variable keeps Prisma from looking for a native engine, which generating does not need. */
export const databaseClient: Product = {
  name: 'database-client',
  root,
  sources: ['prisma/schema/**', 'prisma/prisma.config.ts', 'prisma/package.json', 'pnpm-lock.yaml'],
  result: 'prisma/generated/client/client.ts',
  async make() {
    const env = { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true', PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }
    return runQuietly('Generating the database client', 'prisma', ['generate'], 'prisma', env)
  },
}

export const apps: Product[] = ['desk', 'extranet'].map((name) => ({
  name: `app-${name}`,
  root,
  sources: [`apps/${name}/**`, 'packages/*/src/**', 'packages/*/package.json', 'pnpm-lock.yaml'],
  result: `apps/${name}/dist/index.html`,
  make: () =>
    runQuietly(
      `Building the ${name}`,
      'turbo',
      ['run', 'build', `--filter=@timedesk/${name}`, '--output-logs=errors-only'],
      '.',
      { TURBO_TELEMETRY_DISABLED: '1' },
    ),
}))

/** Shows the program's own words only when it failed. */
async function runQuietly(title: string, program: string, args: string[], folder: string, env: NodeJS.ProcessEnv = {}) {
  console.log(`${title}…`)
  const { status, output } = await runProgram(program, args, { folder, env, isQuiet: true })
  if (status !== 0) console.error(output)
  return status === 0
}
