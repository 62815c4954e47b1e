import { newId } from '../../src/platform/new-id.ts'
import type { TestServer } from '../harness.ts'
import type { Prepared } from './call-route.ts'

type Prepare = (server: TestServer) => Promise<Prepared>

/** What the routes of context cards need beside the world to succeed. */
export const contextCardPreparations: Record<string, Prepare> = {
  createContextCard: async (server) => {
    await clearCards(server)
    return {}
  },
  getContextCard: withCard,
  updateContextCard: withCard,
  removeContextCard: withCard,
  rotateContextCardSecret: withCard,
  tryContextCard: withCard,
  getCaseContextCard: withCard,
  orderContextCards: async (server) => ({ body: { cardIds: [await onlyCard(server)] } }),
}

async function withCard(server: TestServer): Promise<Prepared> {
  return { params: { cardId: await onlyCard(server) } }
}

/** The one card there is, which may not be asked where it stands, and so says at once that it failed. */
async function onlyCard(server: TestServer): Promise<string> {
  await clearCards(server)
  const id = newId()
  await server.database.transact((tx) =>
    tx.contextCard.create({
      data: {
        id,
        name: id,
        url: 'http://127.0.0.1/card',
        typeIds: [],
        departmentIds: [],
        timeoutSeconds: 1,
        secretSalt: id,
        secretSetAt: server.clock.now,
        position: 1,
      },
    }),
  )
  return id
}

async function clearCards({ database }: TestServer): Promise<void> {
  await database.transact((tx) => tx.contextCard.deleteMany())
}
