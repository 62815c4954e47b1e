import { ActionIcon, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import { MarkdownView } from '@timedesk/ui/markdown-view'
import { useState } from 'react'

import { DraftFormBody } from '../../shared/forms/draft-form-body.tsx'
import { useFieldProblem } from '../../shared/forms/use-fields.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { RailCard } from './rail-card.tsx'
import { useCasePageWords } from './use-case-page-words.ts'
import { useUpdateCase, type CaseUpdate } from './use-update-case.ts'

const ENDED: readonly string[] = ['solved', 'closed']

/** What solved the case, as the customer reads it. Shown once it is told, or once the case is solved without it. */
export function ResolutionCard({ subject }: { subject: Case }) {
  const words = useCasePageWords()
  const update = useUpdateCase(subject)
  const [isEditing, editing] = useDisclosure(false)
  const isTold = subject.resolution.trim() !== ''
  if (!isTold && !ENDED.includes(subject.status.category)) return null
  return (
    <RailCard
      title={words('resolution')}
      action={
        subject.can.edit &&
        !isEditing && (
          <ActionIcon variant="subtle" color="gray" aria-label={words('editResolution')} onClick={editing.open}>
            <IconPencil size={16} stroke={1.6} />
          </ActionIcon>
        )
      }
    >
      <ConflictNotice update={update} />
      {isEditing ? (
        <ResolutionForm subject={subject} update={update} onClose={editing.close} />
      ) : isTold ? (
        <MarkdownView value={subject.resolution} />
      ) : (
        <p className="desk-quiet">{words('noResolution')}</p>
      )}
    </RailCard>
  )
}

type ResolutionFormProps = { subject: Case; update: CaseUpdate; onClose: () => void }

function ResolutionForm({ subject, update, onClose }: ResolutionFormProps) {
  const words = useCasePageWords()
  const problemOf = useFieldProblem(update.error)
  const [read] = useState(subject)
  const [text, setText] = useState(read.resolution)
  return (
    <DraftFormBody
      state={update}
      names={['resolution']}
      onSubmit={() => (text === read.resolution ? onClose() : update.update({ resolution: text }, text, onClose, read))}
      onCancel={onClose}
    >
      <Textarea
        aria-label={words('resolution')}
        autoFocus
        autosize
        minRows={3}
        maxRows={12}
        value={text}
        error={problemOf('resolution')}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </DraftFormBody>
  )
}
