import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'

/**
 * A write, after which everything below the touched keys is read anew; it stays pending until the screen is true.
 * When somebody was quicker, theirs is read too, so that a form can show both.
 */
export function useChange<Input, Answer>(run: (input: Input) => Promise<Answer>, touches: readonly QueryKey[]) {
  const queryClient = useQueryClient()
  const renew = () => Promise.all(touches.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
  return useMutation({
    mutationFn: run,
    onSuccess: renew,
    onError: async (error) => {
      if (isRefusal(error, 'stale_version')) await renew()
    },
  })
}
