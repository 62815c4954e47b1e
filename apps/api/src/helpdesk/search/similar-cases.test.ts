import type { SimilarCase } from '@timedesk/contracts/search'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../../test/cases.ts'
import { statusId } from '../../../test/factories.ts'
import { startServer } from '../../../test/harness.ts'
import { openSearchDesk } from '../../../test/search-desk.ts'
import { collectWords } from './collect-words.ts'

let server: Awaited<ReturnType<typeof startServer>>
let desk: Awaited<ReturnType<typeof openSearchDesk>>

beforeAll(async () => {
  server = await startServer()
  desk = await openSearchDesk(server)
})
afterAll(() => server.close())

async function similarTo(caseId: string): Promise<SimilarCase[]> {
  const answer = await send(server, desk.agent, 'GET', `/api/v1/cases/${caseId}/similar`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ data: SimilarCase[] }>().data
}

test('cases that share rare words come with what solved them, those of the same customer and solved first', async () => {
  const text = {
    subject: 'Momsindberetning afvises',
    description: 'SKAT svarer med fejlkode E-7731 ved indberetningen.',
  }
  const solved = await desk.open(desk.soren, text)
  const resolved = await send(server, desk.agent, 'PATCH', `/api/v1/cases/${solved.id}`, {
    resolution: 'Certifikatet **var udløbet**; det er fornyet.',
  })
  expect(resolved.statusCode, resolved.body).toBe(200)
  const moved = await send(server, desk.agent, 'PUT', `/api/v1/cases/${solved.id}/status`, {
    statusId: statusId.solved,
  })
  expect(moved.statusCode, moved.body).toBeLessThan(300)
  const elsewhere = await desk.open(desk.anna, {
    subject: 'Fejlkode E7731',
    description: 'Momsindberetning mislykkes.',
  })
  await desk.open(desk.anna, { subject: 'Kaffemaskinen', description: 'Den drypper.' })
  const asked = await desk.open(desk.soren, {
    subject: 'Fejlkode fra SKAT',
    description: 'Momsindberetning afvises igen.',
  })
  await collectWords(server.database)

  const similar = await similarTo(asked.id)

  expect(similar.map(({ id }) => id)).toEqual([solved.id, elsewhere.id])
  expect(similar[0]).toMatchObject({
    solution: 'Certifikatet var udløbet; det er fornyet.',
    status: { category: 'solved' },
    words: expect.arrayContaining(['momsindberetning', 'afvises']) as string[],
  })
  expect(similar[1]?.solution).toBe('Momsindberetning mislykkes.')
})

test('a case that shares no word with others has no similar ones, and one that is none is not found', async () => {
  const alone = await desk.open(desk.soren, { subject: 'Hvidvinsglas', description: 'Porcelæn.' })
  await collectWords(server.database)
  expect(await similarTo(alone.id)).toEqual([])
  const none = await send(server, desk.agent, 'GET', `/api/v1/cases/${desk.agent.id}/similar`)
  expect(none.json()).toMatchObject({ code: 'not_found' })
})
