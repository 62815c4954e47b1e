import { isRefusal } from '@timedesk/client/api-error'
import { extranetGetMe, type ExtranetMe } from '@timedesk/contracts/extranet-identity'
import { queryOptions } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { client } from './client.ts'

/** Who is signed in; null when nobody is. */
export function meQuery() {
  return queryOptions({
    queryKey: ['me'],
    queryFn: async ({ signal }): Promise<ExtranetMe | null> => {
      try {
        return await client.call(extranetGetMe, { signal })
      } catch (error) {
        if (isRefusal(error, 'unauthenticated')) return null
        throw error
      }
    },
    staleTime: Infinity,
  })
}

export const MeContext = createContext<ExtranetMe | null>(null)

/** The signed-in contact. Only below the frame of the signed-in. */
export function useMe(): ExtranetMe {
  const me = use(MeContext)
  if (me === null) throw new Error('Only pages behind the sign-in know who is there')
  return me
}

/** Whether the signed-in contact may do this. */
export function useCan(permission: ExtranetMe['permissions'][number]): boolean {
  return useMe().permissions.includes(permission)
}
