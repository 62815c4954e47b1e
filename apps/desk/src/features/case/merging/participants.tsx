import { ActionIcon, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconUserPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { CaseParticipants } from '@timedesk/contracts/case-participants'
import type { Case } from '@timedesk/contracts/cases'
import { useFormat } from '@timedesk/ui/format'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { lazy, useState } from 'react'

import { ProblemNotice } from '../../../shared/problems/problem-notice.tsx'
import { useParticipantWords } from './use-participant-words.ts'
import { participantsOf, useChangeParticipant } from './use-participants.ts'

const ContactPicker = lazy(async () => ({
  default: (await import('../../../shared/pickers/search-pickers.tsx')).ContactPicker,
}))

/** The contacts who see the case beside the one it is for; who may change it lets others in, or takes them off. */
export function Participants({ subject }: { subject: Case }) {
  const words = useParticipantWords()
  const found = useQuery(participantsOf(subject.id))
  const change = useChangeParticipant(subject.id)
  const [isAdding, setIsAdding] = useState(false)
  const mayChange = subject.can.edit
  const people = found.data?.data ?? []
  const put = (contact: { id: string; name: string }, isIn: boolean) =>
    change.mutate(
      { contactId: contact.id, isIn },
      {
        onSuccess: () => {
          setIsAdding(false)
          notifications.show({ message: words(isIn ? 'added' : 'removed', { name: contact.name }) })
        },
      },
    )
  return (
    <section className="desk-linked" aria-label={words('participants')}>
      <h3>{words('participants')}</h3>
      {found.isError && found.data === undefined && <p className="desk-refusal">{words('failed')}</p>}
      {found.data !== undefined && people.length === 0 && <p className="desk-quiet">{words('none')}</p>}
      {people.length > 0 && (
        <ul className="desk-followers">
          {people.map((person) => (
            <ParticipantLine
              key={person.contact.id}
              person={person}
              isPending={change.isPending}
              onRemove={mayChange ? () => put(person.contact, false) : undefined}
            />
          ))}
        </ul>
      )}
      <ProblemNotice error={change.error} onClose={change.reset} />
      <LazyPart fallback={<HoldKeys />}>
        {isAdding && (
          <ContactPicker
            label={words('add')}
            hideLabel
            placeholder={words('addHint')}
            customerId={subject.customer.id}
            value={null}
            onChange={(contact) => contact !== null && put(contact, true)}
          />
        )}
      </LazyPart>
      {mayChange && !isAdding && (
        <Button
          mt={4}
          size="compact-xs"
          variant="subtle"
          leftSection={<IconUserPlus size={14} stroke={1.7} aria-hidden="true" />}
          onClick={() => setIsAdding(true)}
        >
          {words('add')}
        </Button>
      )}
    </section>
  )
}

type ParticipantLineProps = {
  person: CaseParticipants['data'][number]
  isPending: boolean
  onRemove: (() => void) | undefined
}

function ParticipantLine({ person, isPending, onRemove }: ParticipantLineProps) {
  const words = useParticipantWords()
  const format = useFormat()
  const { contact, addedByName, addedAt, mergedFrom } = person
  const why =
    mergedFrom === null
      ? words('addedBy', { name: addedByName, when: format.dateTime(addedAt) })
      : words('cameWith', { number: mergedFrom.number })
  return (
    <li className="desk-follower" title={why}>
      <PersonAvatar name={contact.name} size={22} />
      <span>
        {contact.name}
        {mergedFrom !== null && <span className="desk-quiet"> · {why}</span>}
      </span>
      {onRemove !== undefined && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          disabled={isPending}
          aria-label={words('remove', { name: contact.name })}
          onClick={onRemove}
        >
          <IconX size={14} stroke={1.8} />
        </ActionIcon>
      )}
    </li>
  )
}
