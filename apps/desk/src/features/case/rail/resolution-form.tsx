import { Textarea } from '@mantine/core'
import type { Case } from '@timedesk/contracts/cases'
import { useState } from 'react'

import { DraftFormBody } from '../../../shared/forms/draft-form-body.tsx'
import { useFieldProblem } from '../../../shared/forms/use-fields.tsx'
import { useCasePageWords } from '../use-case-page-words.ts'
import type { CaseUpdate } from '../use-update-case.ts'

type ResolutionFormProps = { subject: Case; update: CaseUpdate; onClose: () => void }

/** What solved the case, to be written where it stands. */
export function ResolutionForm({ subject, update, onClose }: ResolutionFormProps) {
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
