import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { isRefusal } from '@timedesk/client/api-error'
import { previewTime, type Verdict } from '@timedesk/contracts/cover'
import type { z } from 'zod'

import { client } from '../client.ts'
import { useProblem } from '../problems/use-problem.ts'
import { queryRoots } from '../query-roots.ts'

const PREVIEW_DELAY_MS = 250

/** What cover is asked about before it is saved. */
export type VerdictAsk = z.input<typeof previewTime.body>

export type AskedVerdict = {
  /** Null without an answer. */
  verdict: Verdict | null
  /** Why there is none, in words: it would be refused as it is. */
  problem: string | undefined
}

/** What time would be worth and what would pay for it, asked of the same engine that registers it. */
export function useVerdict(ask: VerdictAsk | undefined): AskedVerdict {
  const word = useProblem()
  const [asked] = useDebouncedValue(ask === undefined ? '' : JSON.stringify(ask), PREVIEW_DELAY_MS)
  const preview = useQuery({
    queryKey: [...queryRoots.timePreviews, asked],
    queryFn: ({ signal }) => client.call(previewTime, { body: JSON.parse(asked) as VerdictAsk, signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  if (ask === undefined || asked === '') return { verdict: null, problem: undefined }
  if (isRefusal(preview.error)) return { verdict: null, problem: word(preview.error).title }
  return { verdict: preview.data ?? null, problem: undefined }
}
