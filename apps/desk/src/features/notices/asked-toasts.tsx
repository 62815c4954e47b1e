import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { StaffNotice } from '@timedesk/contracts/notices'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'

import { paths } from '../../shared/paths.ts'
import { useMe } from '../../shared/session/use-me.ts'
import './asked.css'
import { noticeQueries } from './notice-queries.ts'
import { useAskedWords } from './use-asked-words.ts'

/** On the case itself the question stands in the log as well, so there it goes by itself. */
const ON_THE_CASE_MS = 10_000

type AskedToastsProps = {
  /** Cases on which somebody was asked while this window was open. */
  caseIds: ReadonlySet<string>
  /** The notices that there were before. */
  before: ReadonlySet<string>
}

/** Shows each question of a colleague to whom it is for, wherever they are in the desk, until they look or let it be. */
export function AskedToasts({ caseIds, before }: AskedToastsProps) {
  const words = useAskedWords()
  const me = useMe()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const shown = useRef(new Set(before))
  /** The case of each that stands there. */
  const open = useRef(new Map<string, StaffNotice['case']>())
  const { data } = useInfiniteQuery(noticeQueries.entries())
  const notices = (data?.pages ?? []).flatMap((page) => page.data.map(({ latest }) => latest))

  const show = useEffectEvent((notice: StaffNotice) => {
    const { id, event, actorName: name, case: subject } = notice
    if (event.type !== 'case.asked' || event.employeeId !== me.id) return
    if (shown.current.has(id) || notice.isRead || !caseIds.has(subject.id)) return
    shown.current.add(id)
    const close = () => notifications.hide(id)
    open.current.set(id, subject)
    notifications.show({
      id,
      onClose: () => open.current.delete(id),
      title: words(event.kind, { name }),
      // The corner of other messages is where a composer has its button to send.
      position: 'top-center',
      autoClose: pathname === paths.case(subject.number) && ON_THE_CASE_MS,
      message: (
        <>
          {event.words !== '' && <p className="desk-asked-words">{event.words}</p>}
          <p className="desk-asked-case">
            #{subject.number} {subject.subject}
          </p>
          <Group gap="xs">
            <Button
              size="compact-sm"
              onClick={() => {
                close()
                void navigate(paths.case(subject.number))
              }}
            >
              {words('open')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={close}>
              {words('later')}
            </Button>
          </Group>
        </>
      ),
    })
  })
  /** Who looked at it elsewhere, or opened its case by another way, need not be asked to. */
  const hideWhere = useEffectEvent((isSeen: (id: string, subject: StaffNotice['case']) => boolean) => {
    for (const [id, subject] of open.current) if (isSeen(id, subject)) notifications.hide(id)
  })
  useEffect(() => {
    hideWhere((_id, { number }) => pathname === paths.case(number))
  }, [pathname])
  useEffect(() => {
    hideWhere((id) => notices.some((notice) => notice.id === id && notice.isRead))
    for (const notice of notices) show(notice)
  }, [notices])
  return null
}
