import { extranetSignIn } from '@timedesk/contracts/extranet-identity'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../../shared/client.ts'
import { meQuery } from '../../shared/me.ts'

/** Signs in; pending until it is known who that is. */
export function useSignIn() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => client.call(extranetSignIn, { body }),
    onSuccess: () => queryClient.refetchQueries({ queryKey: meQuery().queryKey }),
  })
}
