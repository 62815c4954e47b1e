import { Button } from '@mantine/core'
import { IconClockPause } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import type { MessageDraft } from '@timedesk/contracts/drafts'
import { useFormat } from '@timedesk/ui/format'
import { MarkdownView } from '@timedesk/ui/markdown-view'
import { useStatusName } from '@timedesk/ui/status-pill'
import { useState } from 'react'

import { pictureUrl } from '../../../shared/attachments.ts'
import { ProblemNotice } from '../../../shared/problems/problem-notice.tsx'
import '../../../shared/sending/sending.css'
import { useCallBack } from '../../../shared/sending/use-call-back.ts'
import { useSendingWords } from '../../../shared/sending/use-sending-words.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { LazySendLater } from './lazy-send-later.tsx'
import { useSchedule } from './use-schedule.ts'

type Sending = NonNullable<MessageDraft['sending']>
type ScheduledMessageProps = { subject: Case; draft: MessageDraft; sending: Sending }

/** What goes out by itself, where it was written: its words, when, and what can still be done about it. */
export function ScheduledMessage({ subject, draft, sending }: ScheduledMessageProps) {
  const words = useSendingWords()
  const format = useFormat()
  const me = useMe()
  const [isAsking, setIsAsking] = useState(false)
  const { version, kind, isShared, files } = draft
  const { at, by, options } = sending
  const schedule = useSchedule(subject, { caseId: subject.id, kind, isShared })
  const callBack = useCallBack(subject.id)
  const title = words(`${kind}GoesOut`, { time: format.dateTime(at) })
  const reschedule = (sendAt?: string) =>
    schedule.mutate({ version, sendAt, options }, { onSuccess: () => setIsAsking(false) })

  return (
    <section className="desk-scheduled" aria-label={title}>
      <ProblemNotice error={schedule.error ?? callBack.error} />
      <IconClockPause size={15} stroke={1.8} aria-hidden="true" /> <strong>{title}</strong>{' '}
      {by.id !== me.id && words('byOther', { name: by.name })} <AlongWith subject={subject} options={options} />
      <div className="desk-scheduled-text">
        <MarkdownView value={draft.body} resolveAttachment={pictureUrl} />
      </div>
      {files.length > 0 && (
        <p className="desk-quiet desk-flat">{words('files', { names: files.map(({ name }) => name).join(', ') })}</p>
      )}
      <div className="desk-scheduled-deeds">
        <Button size="xs" loading={schedule.isPending} onClick={() => reschedule()}>
          {words('sendNow')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setIsAsking(true)}>
          {words('changeTime')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={callBack.isPending}
          onClick={() => callBack.mutate({ kind, isShared })}
        >
          {words('backToDraft')}
        </Button>
      </div>
      {isAsking && (
        <LazySendLater
          isPending={schedule.isPending}
          error={schedule.error}
          onChoose={reschedule}
          onClose={() => setIsAsking(false)}
        />
      )}
    </section>
  )
}

/** What else happens when it goes out. */
function AlongWith({ subject, options: { statusId, time } }: { subject: Case; options: Sending['options'] }) {
  const words = useSendingWords()
  const format = useFormat()
  const statusName = useStatusName()
  const move = subject.can.moveTo.find(({ id }) => id === statusId)
  return (
    <span className="desk-quiet">
      {move !== undefined && words('thenStatus', { status: statusName(move) })}{' '}
      {time?.minutes !== undefined && words('thenTime', { minutes: format.minutes(time.minutes) })}
    </span>
  )
}
