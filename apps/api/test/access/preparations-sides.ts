import { newId } from '../../src/platform/new-id.ts'
import { buildEmployee, type SignedIn } from '../factories.ts'
import type { TestServer } from '../harness.ts'
import { mailOf, openSideDesk } from '../side-desk.ts'
import { multipart } from '../upload.ts'
import type { Prepared } from './call-route.ts'
import { CANARY, type World } from './world.ts'

type Prepare = (server: TestServer, world: World, actor: SignedIn | null) => Promise<Prepared>

/** A conversation about the world's case, whoever began it. */
async function begin(server: TestServer, { caseId }: World) {
  return openSideDesk(server).started(await buildEmployee(server), caseId, { subject: CANARY, body: CANARY })
}

const within: Prepare = async (server, world) => ({ params: { conversationId: (await begin(server, world)).id } })

/** What the routes of side conversations need beside the world to succeed. */
export const sidePreparations: Record<string, Prepare> = {
  getSideConversation: within,
  listSideMessages: within,
  sendSideMessage: async (...of) => ({ ...(await within(...of)), body: { body: 'And how many?' } }),
  updateSideConversation: async (...of) => ({
    ...(await within(...of)),
    headers: { 'if-match': '"v1"' },
    body: { isClosed: true },
  }),
  startSideConversation: () =>
    Promise.resolve({
      body: {
        to: [{ address: `${newId()}@printworks.example` }],
        subject: 'Spare part',
        body: 'When can you ship it?',
      },
    }),
  receiveMail: async (server, world) => {
    const { replyAddress } = await begin(server, world)
    return multipart([{ fileName: 'mail.eml', content: mailOf({ To: replyAddress }) }])
  },
}
