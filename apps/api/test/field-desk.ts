import type { CaseField } from '@timedesk/contracts/custom-fields'
import { newId } from '../src/platform/new-id.ts'
import type { TestServer } from './harness.ts'
import { openSettingsDesk } from './settings-desk.ts'

/** An option as a request gives it. */
export const option = (label: string, given: { parentId?: string; labelDa?: string; isActive?: boolean } = {}) => ({
  id: newId(),
  label,
  ...given,
})

/** What tests of custom fields do all the time, as an administrator. */
export async function openFieldDesk(server: TestServer) {
  const desk = await openSettingsDesk(server)
  let made = 0

  return {
    ...desk,
    /** A field with a key and name of its own unless they are given. */
    async buildField(given: object): Promise<CaseField & { id: string; version: number }> {
      made += 1
      const own = { key: `field_${String(made)}`, name: `Field ${String(made)}`, kind: 'text' }
      const answer = await desk.send('POST', '/custom-fields', { ...own, ...given })
      if (answer.statusCode !== 201) throw new Error(answer.body)
      return answer.json()
    },
    /** A case type, below another one if that is given. */
    async buildType(parentId: string | null = null): Promise<string> {
      const id = newId()
      await server.database.transact((tx) => tx.caseType.create({ data: { id, name: id, parentId } }))
      return id
    },
  }
}
