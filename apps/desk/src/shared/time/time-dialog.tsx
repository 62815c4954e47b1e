import { Button, Group, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { TimeDraft } from '@timedesk/contracts/time'
import { useState } from 'react'

import { ProblemNotice } from '../problems/problem-notice.tsx'
import { settingQueries } from '../settings/setting-queries.ts'
import { TimeFields } from './time-fields.tsx'
import { emptyTimeForm, toTimeDraft, type TimeForm } from './time-form.ts'
import { useTimeWords } from './use-time-words.ts'

type TimeDialogProps = {
  title: string
  caseId: string | undefined
  /** Minutes to begin with, such as those of a stopped timer. */
  minutes: number | null
  onRegister: (draft: TimeDraft) => void
  onClose: () => void
  isPending: boolean
  error: unknown
}

/** Time alone, without a message. */
export function TimeDialog({ title, caseId, minutes, onRegister, onClose, isPending, error }: TimeDialogProps) {
  const words = useTimeWords()
  const [form, setForm] = useState<TimeForm>({ ...emptyTimeForm, minutes })
  const [isRefused, setIsRefused] = useState(false)
  const { data: types = [] } = useQuery(settingQueries.activityTypes())

  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const draft = toTimeDraft(form, types)
          setIsRefused(draft === undefined)
          if (draft !== undefined) onRegister(draft)
        }}
      >
        <TimeFields form={form} onChange={setForm} caseId={caseId} isWide />
        {isRefused && (
          <p role="alert" className="desk-refusal">
            {words('chooseMinutes')}
          </p>
        )}
        <ProblemNotice error={error} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            {words('cancel')}
          </Button>
          <Button type="submit" loading={isPending}>
            {words('register')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
