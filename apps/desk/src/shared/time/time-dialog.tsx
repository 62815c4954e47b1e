import { Button, Group, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { TimeDraft } from '@timedesk/contracts/time'
import { useState } from 'react'

import { ProblemNotice } from '../problems/problem-notice.tsx'
import { useMe } from '../session/use-me.ts'
import { settingQueries } from '../settings/setting-queries.ts'
import { TimeFields } from './time-fields.tsx'
import { emptyTimeForm, toTimeDraft, type TimeForm } from './time-form.ts'
import { useTimeWords } from './use-time-words.ts'

type TimeDialogProps = {
  title: string
  caseId: string | undefined
  /** What it begins with, such as the minutes of a stopped timer. */
  start?: Partial<TimeForm>
  /** What there is to know about it. */
  hint?: string | undefined
  onRegister: (draft: TimeDraft, form: TimeForm) => void
  onClose: () => void
  isPending: boolean
  error: unknown
}

/** Time alone, without a message. A refusal leaves everything as it was typed. */
export function TimeDialog({ title, caseId, start, hint, onRegister, onClose, isPending, error }: TimeDialogProps) {
  const words = useTimeWords()
  const { company } = useMe()
  const [form, setForm] = useState<TimeForm>({ ...emptyTimeForm, ...start })
  const [isRefused, setIsRefused] = useState(false)
  const { data: types = [] } = useQuery(settingQueries.activityTypes())

  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': words('cancel') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          // A dialog that was opened from a form is inside of it for React, whose form must not be sent with this one.
          event.stopPropagation()
          const draft = toTimeDraft(form, types, company.timeZone)
          setIsRefused(draft === undefined)
          if (draft !== undefined) onRegister(draft, form)
        }}
      >
        {hint !== undefined && <p className="desk-quiet desk-time-hint">{hint}</p>}
        <TimeFields
          form={form}
          onChange={(changes) => setForm((now) => ({ ...now, ...changes }))}
          about={caseId === undefined ? {} : { caseId }}
          isWide
        />
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
