import { changePassword, endSession, updateMe } from '@timedesk/contracts/identity'
import { createApiToken, revokeApiToken } from '@timedesk/contracts/api-tokens'
import type { Scope } from '@timedesk/contracts/access'
import type { Language } from '@timedesk/contracts/primitives'
import type { UndoSeconds } from '@timedesk/contracts/undo-seconds'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** Changes one's own name, language and how long one can call back what one has sent. */
export function useUpdateMe() {
  return useChange(
    (body: { name?: string; language?: Language; undoSeconds?: UndoSeconds }) => client.call(updateMe, { body }),
    [queryRoots.me, queryRoots.employees],
  )
}

/** Changes one's own password; all other sessions end. */
export function useChangePassword() {
  return useChange(
    (body: { currentPassword: string; password: string }) => client.call(changePassword, { body }),
    [queryRoots.sessions],
  )
}

/** Ends one of one's own sessions. */
export function useEndSession() {
  return useChange((sessionId: string) => client.call(endSession, { params: { sessionId } }), [queryRoots.sessions])
}

export type NewToken = { name: string; scopes: Scope[]; expiresInDays: number }

/** Creates an API token; its answer is the only one with the secret. */
export function useCreateToken() {
  return useChange((body: NewToken) => client.call(createApiToken, { body }), [queryRoots.apiTokens])
}

/** Revokes an API token at once. */
export function useRevokeToken() {
  return useChange((tokenId: string) => client.call(revokeApiToken, { params: { tokenId } }), [queryRoots.apiTokens])
}
