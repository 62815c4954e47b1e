import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'

import type { Tone } from '../draft.ts'
import { participantsOf } from '../merging/use-participants.ts'
import { useWritingWords } from './use-writing-words.ts'

/** Everybody whom a message goes to, in words. */
export function Recipients({ subject, tone }: { subject: Case; tone: Tone }) {
  const words = useWritingWords()
  const { data } = useQuery({ ...participantsOf(subject.id), enabled: tone === 'reply' })
  if (tone === 'note') return <span className="desk-quiet">{words('noteTo')}</span>
  const names = [
    ...(subject.contact === null ? [] : [subject.contact.name]),
    ...(data?.data ?? []).map(({ contact }) => contact.name),
  ]
  const last = names.at(-1)
  return (
    <span className="desk-quiet">
      {last === undefined
        ? words('replyToCustomer', { customer: subject.customer.name })
        : names.length === 1
          ? words('replyTo', { names: last })
          : words('replyToAll', { names: names.slice(0, -1).join(', '), last })}
    </span>
  )
}
