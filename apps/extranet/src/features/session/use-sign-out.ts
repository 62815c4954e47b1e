import { isRefusal } from '@timedesk/client/api-error'
import { extranetSignOut } from '@timedesk/contracts/extranet-identity'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../../shared/client.ts'
import { meQuery } from '../../shared/me.ts'

/** Signs out and forgets everything that was read. A session that had ended already counts as signed out. */
export function useSignOut(afterwards: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      try {
        await client.call(extranetSignOut)
      } catch (error) {
        if (!isRefusal(error, 'unauthenticated')) throw error
      }
    },
    onSuccess: () => {
      afterwards()
      queryClient.clear()
      queryClient.setQueryData(meQuery().queryKey, null)
    },
  })
}
