import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { markCaseUnread, type Case } from '@timedesk/contracts/cases'
import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import { useNavigate } from 'react-router'

import { caseQueries } from '../../../shared/cases/case-queries.ts'
import { client } from '../../../shared/client.ts'
import { useTell } from '../../../shared/deeds/use-tell.ts'
import { BASE_PATH, paths } from '../../../shared/paths.ts'
import type { useListPlace } from '../list-place.ts'
import { LANE_WORDS, LANES, type LaneChoice } from '../log/lanes.tsx'
import { useLogWords } from '../log/use-log-words.ts'
import { useCaseKeyWords } from './use-case-key-words.ts'

type PlaceKeys = { subject: Case; place: ReturnType<typeof useListPlace>; onLane: (lane: LaneChoice) => void }

/** Going through the list and the log by key, and taking along what the case is called. */
export function usePlaceKeys({ subject, place, onLane }: PlaceKeys): void {
  const words = useCaseKeyWords()
  const logWords = useLogWords()
  const group = words('group')
  const groupLog = words('groupLog')
  const leaveUnread = useLeaveUnread(subject, place)
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(() => notifications.show({ message: words('copied', { text }) }))
  const named = `#${subject.number}`

  useShortcuts([
    {
      ...{ id: 'case.previous', keys: '[', label: words('previous'), group, run: place.goPrevious },
      ...{ when: place.previous !== undefined, reason: words('firstOfList') },
    },
    {
      ...{ id: 'case.next', keys: ']', label: words('next'), group, run: place.goNext },
      ...{ when: place.next !== undefined, reason: words('lastOfList') },
    },
    { id: 'case.list', keys: 'u', label: words('list'), group, run: place.goBack },
    { id: 'case.unread', keys: 'Shift+u', label: words('unread'), group, run: leaveUnread },
    { id: 'case.copy', keys: '.', label: words('copyNumber'), group, run: () => copy(named) },
    {
      id: 'case.copySubject',
      keys: '. .',
      label: words('copySubject'),
      group,
      run: () => copy(`${named} ${subject.subject}`),
    },
    {
      ...{ id: 'case.copyLink', keys: '. . .', label: words('copyLink'), group },
      run: () => copy(`${window.location.origin}${BASE_PATH}${paths.case(subject.number)}`),
    },
    { keys: 'j', label: words('newer'), group: groupLog, run: () => focusMessage(1) },
    { keys: 'k', label: words('older'), group: groupLog, run: () => focusMessage(-1) },
    ...LANES.map((lane) => ({
      ...{ id: `case.lane.${lane}`, keys: '', group: groupLog },
      label: words('lane', { lane: logWords(LANE_WORDS[lane]) }),
      run: () => onLane(lane),
    })),
  ])
}

function useLeaveUnread({ id, number }: Case, place: ReturnType<typeof useListPlace>): () => void {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const tell = useTell()
  const words = useCaseKeyWords()
  const { mutate } = useMutation({
    mutationFn: () => client.call(markCaseUnread, { params: { caseId: id } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: caseQueries.lists() }),
  })
  const { onError } = tell('')
  return () => {
    mutate(undefined, {
      onError,
      onSuccess: () => {
        notifications.show({ message: words('markedUnread', { number }) })
        void navigate(place.listPath)
      },
    })
  }
}

/** Moves the focus to the message after or before the one that has it; from elsewhere to the last one. */
function focusMessage(by: 1 | -1): void {
  const messages = [...document.querySelectorAll<HTMLElement>('.desk-message')]
  const index = messages.findIndex((message) => message.contains(document.activeElement))
  const wanted = index === -1 ? messages.at(-1) : messages[index + by]
  wanted?.scrollIntoView({ block: 'center' })
  wanted?.focus({ preventScroll: true })
}
