import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { cruise, type ICruiseResult, type IFlattenedRuleSet, type IResolveOptions } from 'dependency-cruiser'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { root } from './root.ts'

type Configuration = IFlattenedRuleSet & { options: { enhancedResolveOptions: Partial<IResolveOptions> } }

const configuration = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')) as Configuration

/** One violation per rule: what imports, and what it must not import. */
const planted: Record<string, [from: string, to: string]> = {
  'no-unknown-modules': ['apps/api/src/time/find-entry.ts', 'apps/api/src/time/nowhere.ts'],
  'contracts-import-zod-only': ['packages/contracts/src/cases.ts', 'packages/domain/src/time/round.ts'],
  'domain-is-pure': ['packages/domain/src/time/round.ts', 'packages/client/src/call.ts'],
  'client-knows-contracts-only': ['packages/client/src/call.ts', 'packages/domain/src/time/price.ts'],
  'ui-has-no-data': ['packages/ui/src/case-table.tsx', 'packages/client/src/paging.ts'],
  'packages-know-no-app': ['packages/ui/src/case-list.tsx', 'apps/desk/src/shared/dates.ts'],
  'prisma-knows-no-app': ['prisma/seed/main.ts', 'apps/api/src/env.ts'],
  'apps-meet-over-http': ['apps/desk/src/shared/session.ts', 'apps/extranet/src/shared/session.ts'],
  'screens-know-no-database': ['apps/extranet/src/shared/rows.ts', 'prisma/engine/migrate.ts'],
  'shared-knows-no-feature': ['apps/desk/src/shared/layout.tsx', 'apps/desk/src/features/cases/case-row.tsx'],
  'features-know-no-page': ['apps/desk/src/features/time/timer.tsx', 'apps/desk/src/pages/work-list.tsx'],
  'features-meet-in-pages': ['apps/desk/src/features/cases/reply.tsx', 'apps/desk/src/features/time/minutes.tsx'],
  'platform-knows-no-wing': ['apps/api/src/platform/http/paging.ts', 'apps/api/src/staff/find-employee.ts'],
  'wings-know-no-composition': ['apps/api/src/staff/invite.ts', 'apps/api/src/app.ts'],
  'wings-share-no-routes': ['apps/api/src/helpdesk/dispatch.ts', 'apps/api/src/staff/desk.routes.ts'],
  'extranet-knows-no-notes': ['apps/api/src/helpdesk/extranet.routes.ts', 'apps/api/src/helpdesk/find-notes.ts'],
  'money-flows-one-way-from-time': ['apps/api/src/time/lock.ts', 'apps/api/src/invoicing/post.ts'],
  'money-flows-one-way-from-agreements': ['apps/api/src/agreements/cover.ts', 'apps/api/src/time/register.ts'],
  'money-flows-one-way-from-helpdesk': ['apps/api/src/helpdesk/close.ts', 'apps/api/src/reports/workload.ts'],
  'money-flows-one-way-from-invoicing': ['apps/api/src/invoicing/draft.ts', 'apps/api/src/reports/turnover.ts'],
}
const circle = ['packages/domain/src/time/chicken.ts', 'packages/domain/src/time/egg.ts'] as const

let folder: string
let result: ICruiseResult

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'timedesk-arrows-'))
  const imports = new Map<string, string[]>([
    [circle[0], [circle[1]]],
    [circle[1], [circle[0]]],
  ])
  for (const [rule, [from, to]] of Object.entries(planted)) {
    imports.set(from, [...(imports.get(from) ?? []), to])
    if (rule !== 'no-unknown-modules') imports.set(to, imports.get(to) ?? [])
  }
  for (const [from, targets] of imports) await write(from, targets)
  result = await cruiseFolder(folder, ['apps', 'packages', 'prisma'])
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('every rule has a planted violation', () => {
  expect([...Object.keys(planted), 'no-circles'].sort()).toEqual(ruleNames().sort())
})

test.for(Object.entries(planted))('%s catches its violation', ([rule, [from, to]]) => {
  const caught = result.summary.violations.filter((violation) => violation.rule.name === rule)

  expect(caught.map((violation) => violation.from)).toEqual([from])
  expect(caught[0]?.to).toContain(path.basename(to, path.extname(to)))
})

test('no-circles catches its violation', () => {
  const caught = result.summary.violations.filter((violation) => violation.rule.name === 'no-circles')

  expect(caught.map(({ from, to }) => [from, to].sort())).toEqual([[...circle]])
})

test('the rules look at the real sources', async () => {
  const real = await cruiseFolder(root, ['packages/contracts/src'])

  expect(real.summary.totalCruised).toBeGreaterThan(1)
})

async function write(from: string, targets: string[]): Promise<void> {
  const file = path.join(folder, from)
  const lines = targets.map((to) => {
    const relative = path.relative(path.dirname(from), to)
    return `import '${relative.startsWith('.') ? relative : `./${relative}`}'\n`
  })
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, `${lines.join('')}export {}\n`)
}

async function cruiseFolder(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const { forbidden, options } = configuration
  const { enhancedResolveOptions, ...rest } = options
  const { output } = await cruise(
    folders,
    { ...rest, baseDir, validate: true, ruleSet: { forbidden: forbidden ?? [] } },
    enhancedResolveOptions,
  )
  return output as ICruiseResult
}

function ruleNames(): string[] {
  return (configuration.forbidden ?? []).flatMap(({ name }) => name ?? [])
}
