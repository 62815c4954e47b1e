import type { SideConversation, SideMessage } from '@timedesk/contracts/side-conversations'
import { newId } from '../src/platform/new-id.ts'
import { send } from './cases.ts'
import type { SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'
import { upload } from './upload.ts'

/** A plain mail with whatever heads matter to the test; `undefined` leaves one out. */
export function mailOf(heads: Record<string, string | undefined>, body = 'It ships tomorrow.'): string {
  const all: Record<string, string | undefined> = {
    From: 'Kim Print <kim@printworks.example>',
    To: 'help@fjordbyte.example',
    Subject: 'Re: Spare part',
    Date: 'Thu, 26 Nov 2026 10:00:00 +0100',
    'Message-ID': `<${newId()}@printworks.example>`,
    ...heads,
  }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return `${lines.join('\r\n')}\r\n\r\n${body}\r\n`
}

/** Talks with a supplier about cases. */
export function openSideDesk(server: TestServer) {
  const start = (by: SignedIn, caseId: string, given: object = {}) =>
    send(server, by, 'POST', `/api/v1/cases/${caseId}/side-conversations`, {
      to: [{ address: 'kim@printworks.example', name: 'Kim Print' }],
      subject: 'Spare part',
      body: 'When can you ship it?',
      ...given,
    })
  return {
    start,
    started: async (by: SignedIn, caseId: string, given: object = {}) => {
      const answer = await start(by, caseId, given)
      if (answer.statusCode !== 201) throw new Error(answer.body)
      return answer.json<SideConversation>()
    },
    write: (by: SignedIn, id: string, given: object = {}) =>
      send(server, by, 'POST', `/api/v1/side-conversations/${id}/messages`, { body: 'And how many?', ...given }),
    change: (by: SignedIn, id: string, version: number, given: object) =>
      send(server, by, 'PATCH', `/api/v1/side-conversations/${id}`, given, { 'if-match': `"v${String(version)}"` }),
    get: async (by: SignedIn, id: string) =>
      (await send(server, by, 'GET', `/api/v1/side-conversations/${id}`)).json<SideConversation>(),
    list: async (by: SignedIn, caseId: string) =>
      (await send(server, by, 'GET', `/api/v1/cases/${caseId}/side-conversations`)).json<{ data: SideConversation[] }>()
        .data,
    said: async (by: SignedIn, id: string) =>
      (await send(server, by, 'GET', `/api/v1/side-conversations/${id}/messages`)).json<{ data: SideMessage[] }>().data,
    handIn: (by: SignedIn, mail: string | Buffer) =>
      upload(server, by, [{ fileName: 'mail.eml', content: mail }], { url: '/api/v1/inbound-mails' }),
  }
}
