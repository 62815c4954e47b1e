import { extranetUpdateMe } from '@timedesk/contracts/extranet-identity'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { client } from './client.ts'
import { meQuery } from './me.ts'

/** Changes one's own profile. */
export function useUpdateMe() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof extranetUpdateMe.body>) => client.call(extranetUpdateMe, { body }),
    onSuccess: (me) => {
      queryClient.setQueryData(meQuery().queryKey, me)
    },
  })
}
