import { useMutation } from '@tanstack/react-query'
import { rehearseChange } from '@timedesk/contracts/rehearsals'
import type { z } from 'zod'

import { client } from '../client.ts'

export type RehearsalBody = z.input<typeof rehearseChange.body>
export type DraftChange = RehearsalBody['change']

/** Replays the last days under a draft. Nothing is written. */
export function useRehearse() {
  return useMutation({
    mutationFn: (body: RehearsalBody) => client.call(rehearseChange, { body }),
  })
}
