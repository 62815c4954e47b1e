import { ActionIcon, Button, TextInput, Tooltip, UnstyledButton } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconArrowLeft, IconCheck, IconCopy, IconPencil } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import { SUBJECT_LENGTH_MAX } from '@timedesk/contracts/limits'
import { useState } from 'react'
import { Link } from 'react-router'

import { useCaseWords } from '../../shared/cases/use-case-words.ts'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { useCasePageWords } from './use-case-page-words.ts'
import type { CaseUpdate } from './use-update-case.ts'

type CaseHeaderProps = { subject: Case; update: CaseUpdate; listPath: string }

/** The number to copy and the subject to correct. */
export function CaseHeader({ subject, update, listPath }: CaseHeaderProps) {
  const words = useCasePageWords()
  const [isEditing, setIsEditing] = useState(false)
  const clipboard = useClipboard()

  return (
    <header className="desk-case-header">
      <Link to={listPath} className="desk-back">
        <IconArrowLeft size={15} stroke={1.8} aria-hidden="true" /> {words('back')}
      </Link>
      <div className="desk-case-title">
        <Tooltip label={words(clipboard.copied ? 'copied' : 'copyNumber', { number: subject.number })}>
          <UnstyledButton
            className="desk-case-copy td-number td-focus"
            aria-label={words('copyNumber', { number: subject.number })}
            onClick={() => clipboard.copy(`#${subject.number}`)}
          >
            #{subject.number}{' '}
            {clipboard.copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
          </UnstyledButton>
        </Tooltip>
        {isEditing ? (
          <SubjectEditor subject={subject} update={update} onClose={() => setIsEditing(false)} />
        ) : (
          <>
            <h1>{subject.subject}</h1>
            {subject.can.edit && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={words('editSubject')}
                onClick={() => setIsEditing(true)}
              >
                <IconPencil size={16} stroke={1.6} />
              </ActionIcon>
            )}
          </>
        )}
      </div>
      <ProblemNotice error={update.error} />
      <ConflictNotice update={update} />
    </header>
  )
}

function SubjectEditor({ subject, update, onClose }: { subject: Case; update: CaseUpdate; onClose: () => void }) {
  const words = useCaseWords()
  const [text, setText] = useState(subject.subject)
  const save = () => {
    const wanted = text.trim()
    if (wanted !== '' && wanted !== subject.subject) update.update({ subject: wanted }, wanted)
    onClose()
  }
  return (
    <form
      className="desk-subject-editor"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextInput
        aria-label={words('subject')}
        autoFocus
        maxLength={SUBJECT_LENGTH_MAX}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
        }}
      />
      <Button type="submit">{words('save')}</Button>
      <Button variant="default" onClick={onClose}>
        {words('cancel')}
      </Button>
    </form>
  )
}
