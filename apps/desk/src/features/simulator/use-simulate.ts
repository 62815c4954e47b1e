import { useMutation } from '@tanstack/react-query'
import { simulateAgreement } from '@timedesk/contracts/simulation'
import type { z } from 'zod'

import { client } from '../../shared/client.ts'

/** Replays a customer's work under other terms. Nothing is written. */
export function useSimulate() {
  return useMutation({
    mutationFn: (body: z.input<typeof simulateAgreement.body>) => client.call(simulateAgreement, { body }),
  })
}
