import { extranetOrderVoucher } from '@timedesk/contracts/voucher-orders'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { client } from '../../shared/client.ts'
import { agreementQueries } from './agreement-queries.ts'

/** Orders a further voucher under an agreement; it stays pending until the list shows the order. */
export function useOrderVoucher(agreementId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: z.input<typeof extranetOrderVoucher.body>) =>
      client.call(extranetOrderVoucher, { params: { agreementId }, body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: agreementQueries.orders(agreementId).queryKey }),
  })
}
