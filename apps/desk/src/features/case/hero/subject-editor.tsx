import { Button, TextInput } from '@mantine/core'
import type { Case } from '@timedesk/contracts/cases'
import { SUBJECT_LENGTH_MAX } from '@timedesk/contracts/limits'
import { useState } from 'react'

import { useCaseWords } from '../../../shared/cases/use-case-words.ts'
import type { CaseUpdate } from '../use-update-case.ts'

type SubjectEditorProps = { subject: Case; update: CaseUpdate; onClose: () => void }

/** The subject to correct, in its place. */
export function SubjectEditor({ subject, update, onClose }: SubjectEditorProps) {
  const words = useCaseWords()
  const [read] = useState(subject)
  const [text, setText] = useState(read.subject)
  const save = () => {
    const wanted = text.trim()
    if (wanted !== '' && wanted !== read.subject) update.update({ subject: wanted }, wanted, undefined, read)
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
