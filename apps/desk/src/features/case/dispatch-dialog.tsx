import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Case } from '@timedesk/contracts/cases'
import type { Reference } from '@timedesk/contracts/primitives'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { LoadingState } from '@timedesk/ui/loading-state'
import { lazy, useState } from 'react'

import { useCaseWords } from '../../shared/cases/use-case-words.ts'
import { EmployeePicker } from '../../shared/pickers/search-pickers.tsx'
import { DepartmentPicker } from '../../shared/pickers/setting-pickers.tsx'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { useCasePageWords } from './use-case-page-words.ts'
import { useDispatchCase } from './use-move-case.ts'

const RulesSection = lazy(async () => ({ default: (await import('./rules/rules-section.tsx')).RulesSection }))

/** Department, person and a word to go with it; or where the rules would send the case. */
export function DispatchDialog({ subject, onClose }: { subject: Case; onClose: () => void }) {
  const words = useCasePageWords()
  const caseWords = useCaseWords()
  const [departmentId, setDepartmentId] = useState<string | null>(subject.department.id)
  const [responsible, setResponsible] = useState<Reference | null>(subject.responsible)
  const [comment, setComment] = useState('')
  const dispatch = useDispatchCase(subject)

  return (
    <Modal opened onClose={onClose} title={words('dispatchTo', { number: subject.number })}>
      <LazyPart fallback={<LoadingState rows={2} />}>
        <RulesSection caseId={subject.id} onDispatched={onClose} />
      </LazyPart>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (departmentId === null) return
          dispatch.mutate(
            { departmentId, responsibleId: responsible?.id ?? null, comment: comment.trim() },
            {
              onSuccess: () => {
                onClose()
                notifications.show({ message: words('dispatched') })
              },
            },
          )
        }}
      >
        <Stack gap="sm">
          <ProblemNotice error={dispatch.error} />
          <DepartmentPicker
            label={caseWords('department')}
            value={departmentId}
            required
            clearable={false}
            onChange={(id) => {
              setDepartmentId(id)
              setResponsible(null)
            }}
          />
          <EmployeePicker
            label={caseWords('responsible')}
            placeholder={words('queueHint')}
            departmentId={departmentId ?? undefined}
            value={responsible}
            onChange={setResponsible}
          />
          <TextInput
            label={words('comment')}
            description={words('commentHint')}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {caseWords('cancel')}
            </Button>
            <Button type="submit" loading={dispatch.isPending}>
              {words('dispatch')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
