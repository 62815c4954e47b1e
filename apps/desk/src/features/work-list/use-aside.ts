import { useQueries } from '@tanstack/react-query'
import type { ListedCase } from '@timedesk/contracts/work-list'
import { useMemo } from 'react'

import { useLiveBursts } from '../../shared/live/live-provider.tsx'
import { useCasePresences } from '../../shared/presence/use-case-presences.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { NOBODY, type Aside, type Badge, type Viewer } from './grid/aside.ts'
import type { CaseGridModel } from './grid/use-case-grid.ts'

// What stands beside the cases comes after them.
const readers = () => import('./read-badges.ts')

/** As many as the API tells of at once; the cases of a list are asked for in stretches of this length. */
const STRETCH = 50
const NONE: string[] = []
const BADGES_STALE_MS = 60_000
const LIVE_DELAY_MS = 1_500
/** What changes what stands beside a case: time and agreements, following, drafts. */
const TOUCHING =
  /^(?:time\.|agreement\.|voucher\.|case\.(?:followed|unfollowed|snoozed|snooze_ended|absorbed)|draft\.)/u

/** What stands beside the cases near the screen: badges, and who has them open. */
export function useAside(rows: readonly ListedCase[], { lines, items }: CaseGridModel): Aside {
  const [first, end] = lines
  // Heads of groups stand between the cases: a case is never further down the list than its line.
  const from = Math.max(0, first - (items.length - rows.length))
  const stretches = useMemo(
    () =>
      stretchesOf(
        rows.map(({ id }) => id),
        [from, end],
      ),
    [rows, from, end],
  )
  return { badgeOf: useBadges(stretches), viewersOf: useViewers(stretches) }
}

/** Who else has a case open. A screen shows no more than two stretches. */
function useViewers([one = NONE, other = NONE]: readonly string[][]): (caseId: string) => readonly Viewer[] {
  const me = useMe()
  const first = useCasePresences(one)
  const second = useCasePresences(other)
  return useMemo(() => {
    const viewers = new Map<string, Viewer[]>()
    for (const [caseId, people] of [...first, ...second]) {
      const others = people.filter(({ employee }) => employee.id !== me.id)
      if (others.length > 0)
        viewers.set(
          caseId,
          others.map(({ employee, state }) => ({ ...employee, state })),
        )
    }
    return (caseId: string) => viewers.get(caseId) ?? NOBODY
  }, [me.id, first, second])
}

/** The stretches of a list that lie on the screen, each as the ids of its cases. */
export function stretchesOf(caseIds: readonly string[], [first, end]: readonly [number, number]): string[][] {
  const from = Math.floor(first / STRETCH) * STRETCH
  const count = Math.max(0, Math.ceil((Math.min(end, caseIds.length) - from) / STRETCH))
  return Array.from({ length: count }, (_, place) =>
    caseIds.slice(from + place * STRETCH, from + (place + 1) * STRETCH),
  )
}

/** What is told of the cases on the screen beside the list itself; while it cannot be had, nothing is. */
function useBadges(stretches: readonly string[][]): (caseId: string) => Badge | undefined {
  const { badges, refetch } = useQueries({
    queries: stretches.map((caseIds) => ({
      queryKey: ['case-badges', caseIds],
      queryFn: async ({ signal }: { signal: AbortSignal }) => (await readers()).readBadges(caseIds, signal),
      staleTime: BADGES_STALE_MS,
      retry: false,
    })),
    combine: (answers) => ({
      badges: new Map(answers.flatMap(({ data = [] }) => data.map((badge) => [badge.caseId, badge]))),
      refetch: () => Promise.all(answers.map((answer) => answer.refetch())),
    }),
  })
  useLiveBursts(
    ({ type, caseId }) => TOUCHING.test(type) && stretches.some((ids) => caseId === null || ids.includes(caseId)),
    () => void refetch(),
    LIVE_DELAY_MS,
  )
  return (caseId) => badges.get(caseId)
}
