import { Checkbox, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { SUBJECT_LENGTH_MAX } from '@timedesk/contracts/limits'
import type { Reference } from '@timedesk/contracts/primitives'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import { FormDialog } from '../../../shared/forms/form-dialog.tsx'
import { useFieldProblem } from '../../../shared/forms/use-fields.tsx'
import { paths } from '../../../shared/paths.ts'
import { ContactPicker } from '../../../shared/pickers/search-pickers.tsx'
import './merging.css'
import { SplitMessages } from './split-messages.tsx'
import { SplitTime } from './split-time.tsx'
import { splitPreview, useSplit } from './use-split.ts'
import { useSplitWords } from './use-split-words.ts'

type SplitDialogProps = {
  subject: Case
  /** The message that it began with. */
  messageId?: string | undefined
  onClose: () => void
}

const NAMES = ['subject', 'contactId']

/** Makes a new case of messages of this one; time may go along. */
export function SplitDialog({ subject, messageId, onClose }: SplitDialogProps) {
  const words = useSplitWords()
  const navigate = useNavigate()
  const [messageIds, setMessageIds] = useState<readonly string[]>(messageId === undefined ? [] : [messageId])
  // Null: the time of the chosen messages goes along, as far as it can.
  const [chosenTime, setChosenTime] = useState<readonly string[] | null>(null)
  const [name, setName] = useState('')
  const [contact, setContact] = useState<Reference | null>(null)
  const [keepsResponsible, setKeepsResponsible] = useState(true)
  const split = useSplit(subject.id)
  const problemOf = useFieldProblem(split.error)
  const { data: preview } = useQuery({ ...splitPreview(subject.id, messageIds), enabled: messageIds.length > 0 })
  const entries = preview?.timeEntries ?? []
  const ownTime = entries.filter(({ isOfMessage, refusal }) => isOfMessage && refusal === null).map(({ id }) => id)
  const timeEntryIds = chosenTime ?? ownTime
  const isReady = messageIds.length > 0 && preview?.refusal === null && name.trim() !== ''

  const save = () =>
    split.mutate(
      {
        ...{ messageIds: [...messageIds], timeEntryIds: [...timeEntryIds], subject: name.trim(), keepsResponsible },
        ...(contact !== null && { contactId: contact.id }),
      },
      {
        onSuccess: ({ number }) => {
          notifications.show({ message: words('done', { number }) })
          onClose()
          void navigate(paths.case(number))
        },
      },
    )

  return (
    <FormDialog
      title={words('title', { number: subject.number })}
      state={split}
      names={NAMES}
      size="xl"
      submitLabel={words('doSplit')}
      isDisabled={!isReady}
      onSubmit={save}
      onClose={onClose}
    >
      <Text size="sm">{words('text')}</Text>
      <TextInput
        label={words('subject')}
        required
        data-autofocus
        maxLength={SUBJECT_LENGTH_MAX}
        value={name}
        error={problemOf('subject')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SplitMessages subject={subject} preview={preview} chosen={messageIds} onChoose={setMessageIds} />
      <SplitTime entries={entries} chosen={timeEntryIds} onChoose={setChosenTime} />
      <ContactPicker
        label={words('contact')}
        placeholder={words('contactHint')}
        customerId={subject.customer.id}
        value={contact}
        error={problemOf('contactId')}
        onChange={setContact}
      />
      <Checkbox
        label={words('keepsResponsible')}
        checked={keepsResponsible}
        onChange={(event) => setKeepsResponsible(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}
