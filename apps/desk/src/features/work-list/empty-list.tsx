import { Button } from '@mantine/core'
import { IconCircleCheck, IconSearchOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { listCases } from '@timedesk/contracts/work-list'
import { EmptyState } from '@timedesk/ui/empty-state'
import { FilterChips } from '@timedesk/ui/filter-chips'
import { useFormat } from '@timedesk/ui/format'
import { useNow } from '@timedesk/ui/relative-time'
import { Link } from 'react-router'

import { caseQueries } from '../../shared/cases/case-queries.ts'
import { client } from '../../shared/client.ts'
import { paths, workListPath } from '../../shared/paths.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { chipsOf, withoutChip } from './query/chips.ts'
import { UnknownTags } from './query/unknown-tags.tsx'
import { useChipWords } from './query/use-chip-words.ts'
import { useEmptyWords } from './use-empty-words.ts'
import type { ListState } from './use-list-state.ts'

const PERSONAL = ['inbox', 'mine']
const REFRESH_MS = 60_000

/** Why there is nothing, and what to do about it. */
export function EmptyList({ list }: { list: ListState }) {
  const { view, q } = list
  if (q !== view.query) return <NothingFound list={list} />
  if (view.id === 'active') return <NoCases />
  return PERSONAL.includes(view.id) ? <AllDone viewId={view.id} /> : <NothingHere />
}

/** Echoes what the list is narrowed by, each part to be taken away. */
function NothingFound({ list }: { list: ListState }) {
  const words = useEmptyWords()
  const { q, view } = list
  const chips = chipsOf(q, view.query).filter(({ isOfView }) => !isOfView)
  const say = useChipWords(chips)
  const keyOf = (place: number) => String(place)
  return (
    <EmptyState
      title={words('filteredTitle')}
      icon={<IconSearchOff size={26} stroke={1.4} />}
      actions={
        <FilterChips
          chips={chips.map((chip) => ({ key: keyOf(chip.place), label: say(chip) }))}
          onRemove={(key) => {
            const chip = chips.find(({ place }) => keyOf(place) === key)
            if (chip !== undefined) list.change({ q: withoutChip(q, chip) })
          }}
          onClearAll={() => list.change({ q: null })}
        />
      }
    >
      {words('filteredText')}
      <UnknownTags chips={chips} />
    </EmptyState>
  )
}

function NoCases() {
  const words = useEmptyWords()
  const may = useMay()
  return (
    <EmptyState
      title={words('noneTitle')}
      actions={
        <>
          {may('case:write') && (
            <Button component={Link} to={paths.newCase}>
              {words('newCase')}
            </Button>
          )}
          {may('import:write') && (
            <Button component={Link} to={paths.imports} variant="default">
              {words('imports')}
            </Button>
          )}
        </>
      }
    >
      {words('noneText')}
    </EmptyState>
  )
}

/** The list of a person is done: what comes next, and where there may be more. */
function AllDone({ viewId }: { viewId: string }) {
  const words = useEmptyWords()
  const format = useFormat()
  const now = useNow(REFRESH_MS)
  const next = useQuery({
    queryKey: [...caseQueries.all(), 'next-due'],
    queryFn: async ({ signal }) => {
      const query = { q: 'is:mine is:active', sort: 'due', limit: 1 } as const
      return (await client.call(listCases, { query, signal })).data[0] ?? null
    },
  })
  const at = next.data?.due?.at ?? null
  return (
    <EmptyState
      title={words(viewId === 'inbox' ? 'doneTitle' : 'mineTitle')}
      icon={<IconCircleCheck size={26} stroke={1.4} />}
      actions={
        <>
          {viewId === 'inbox' && (
            <Button component={Link} to={workListPath('mine')} variant="default">
              {words('showMine')}
            </Button>
          )}
          <Button component={Link} to={workListPath('unassigned')} variant="default">
            {words('showUnassigned')}
          </Button>
        </>
      }
    >
      {next.isSuccess && next.data !== null && at !== null && (
        <Link to={paths.case(next.data.number)}>
          {words('nextDue', { subject: next.data.subject, when: format.relative(at, now) })}
        </Link>
      )}
      {next.isSuccess && at === null && words('noDue')}
    </EmptyState>
  )
}

function NothingHere() {
  const words = useEmptyWords()
  return (
    <EmptyState
      title={words('restTitle')}
      icon={<IconCircleCheck size={26} stroke={1.4} />}
      actions={
        <Button component={Link} to={workListPath('active')} variant="default">
          {words('showActive')}
        </Button>
      }
    >
      {words('restText')}
    </EmptyState>
  )
}
