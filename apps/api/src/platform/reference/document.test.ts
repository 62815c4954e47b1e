import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { refusals, type RefusalCode } from '@timedesk/contracts/refusal'
import { routes } from '@timedesk/contracts/routes'
import { expect, test } from 'vitest'
import { writeDocument, type Operation } from './document.ts'
import { explanations } from './explanations.ts'
import { refusalsOf } from './implied-refusals.ts'
import type { Parameter } from './parameters.ts'
import { tagDescriptions } from './tags.ts'

const document = writeDocument(routes, 'http://localhost:3000', {
  desk: 'td-desk-access',
  extranet: 'td-extranet-access',
})
const all = [...routes]

function operationOf(name: string): Operation {
  const found = Object.values(document.paths)
    .flatMap((operations) => Object.values(operations))
    .find(({ operationId }) => operationId === name)
  if (found === undefined) throw new Error(`${name} is not in the document`)
  return found
}

test('the document passes the recommended rules of Redocly, without a warning', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'timedesk-openapi-'))
  const file = path.join(folder, 'openapi.json')
  await writeFile(file, JSON.stringify(document))
  const program = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js')
  const env = { HOME: folder, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, 'lint', file, '--extends=recommended', '--format=json'],
    { env },
  ).catch((failed: unknown) => failed as { stdout: string })
  await rm(folder, { recursive: true })

  const { totals, problems } = JSON.parse(stdout) as { totals: object; problems: { message: string }[] }
  expect(problems.map(({ message }) => message)).toEqual([])
  expect(totals).toEqual({ errors: 0, warnings: 0, ignored: 0 })
})

test('the document and the contracts hold the same operations', () => {
  const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`),
  )
  const declared = all.map(([name, { method, path }]) => `${name} ${method} ${path.replaceAll(/:(\w+)/gu, '{$1}')}`)

  expect(documented.sort()).toEqual(declared.sort())
  expect(declared.length).toBeGreaterThan(100)
})

test.for(all)('the examples of %s are valid', ([name, route]) => {
  const {
    parameters = [],
    requestBody,
    responses,
  } = operationOf(name) as Partial<Operation> & Pick<Operation, 'responses'>
  const given = (place: string) =>
    Object.fromEntries(
      (parameters as Parameter[])
        .filter((parameter) => parameter.in === place)
        .map(({ name: key, example }) => [key, String(example)]),
    )
  const examples: [unknown, { safeParse: (value: unknown) => { error?: unknown } } | null | undefined][] = [
    [given('path'), route.params],
    [given('query'), route.query],
    [requestBody?.content['application/json']?.example, route.multipart === true ? null : route.body],
    ...Object.entries(route.responses).map(([status, type]) => {
      const content = responses[status]?.content as Record<string, { example?: unknown }> | undefined
      return [content?.['application/json']?.example, route.produces === undefined ? type : null] as [
        unknown,
        typeof type,
      ]
    }),
  ]

  expect(examples.flatMap(([example, type]) => type?.safeParse(example).error ?? [])).toEqual([])
})

test.for(all)('%s is documented with its access and all its refusals', ([name, route]) => {
  const { responses, security, summary, description } = operationOf(name)
  const documented = Object.values(responses).flatMap(({ $ref }) =>
    typeof $ref === 'string' ? ($ref.split('/').at(-1) ?? '').split('.') : [],
  )

  expect(documented.sort()).toEqual([...refusalsOf(route)].sort())
  expect(documented).toEqual(expect.arrayContaining([...route.refusals]))
  expect(security.length > 0).toBe(route.access.audience !== 'public')
  expect([summary, description]).not.toContain('')
})

test('every refusal and every group of routes is explained', () => {
  const tags = new Set(all.map(([, { tag }]) => tag))

  expect(Object.keys(explanations).sort()).toEqual((Object.keys(refusals) as RefusalCode[]).sort())
  expect(document.tags.map(({ name }) => name).sort()).toEqual([...tags].sort())
  expect(Object.keys(tagDescriptions).sort()).toEqual([...tags].sort())
})
