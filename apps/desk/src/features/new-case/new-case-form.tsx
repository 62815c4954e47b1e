import { Button, Group } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createCase, type Case } from '@timedesk/contracts/cases'
import { PageHeader } from '@timedesk/ui/page-header'
import { useState } from 'react'
import type { z } from 'zod'

import { caseQueries } from '../../shared/cases/case-queries.ts'
import { client } from '../../shared/client.ts'
import { customFieldQueries } from '../../shared/custom-fields/custom-field-queries.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { CaseTextsFields } from './case-texts-fields.tsx'
import { DispatchFields } from './dispatch-fields.tsx'
import { emptyNewCase, toCreation, type NewCase } from './new-case-draft.ts'
import './new-case.css'
import { useNewCaseWords } from './use-new-case-words.ts'

type NewCaseFormProps = {
  /** What is known of it already, such as its customer. */
  start: Partial<NewCase>
  onCreated: (created: Case) => void
}

const NAMES = ['fields', 'followsId']

/** A case as staff raise it for a customer, dispatched at once. A refusal leaves everything as it was written. */
export function NewCaseForm({ start, onCreated }: NewCaseFormProps) {
  const words = useNewCaseWords()
  const { company } = useMe()
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState<NewCase>({ ...emptyNewCase, ...start })
  const [isIncomplete, setIsIncomplete] = useState(false)
  const { data: activityTypes = [] } = useQuery(settingQueries.activityTypes())
  const { data: fields = [] } = useQuery(customFieldQueries.forType(draft.typeId))
  // Rules of fields may look at the priority, which is the usual one unless another is chosen.
  const { data: priorities = [] } = useQuery(settingQueries.priorities())
  const priorityId = draft.priorityId ?? priorities.find(({ isDefault }) => isDefault)?.id ?? null
  const form = { fields, priorityId }
  const change = (changes: (now: NewCase) => Partial<NewCase>) => setDraft((now) => ({ ...now, ...changes(now) }))
  const creation = useMutation({
    mutationFn: (body: z.input<typeof createCase.body>) => client.call(createCase, { body }),
    onSuccess: async (created) => {
      await queryClient.invalidateQueries({ queryKey: caseQueries.lists() })
      onCreated(created)
    },
  })
  const submit = () => {
    const body = toCreation(draft, activityTypes, company.timeZone, form)
    setIsIncomplete(body === undefined)
    if (body !== undefined && !creation.isPending) creation.mutate(body)
  }

  return (
    <form
      className="desk-new-case"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <PageHeader title={words('title')} text={words('text')} />
      <div className="desk-new-case-columns">
        <CaseTextsFields draft={draft} onChange={change} form={form} error={creation.error} onSubmit={submit} />
        <DispatchFields draft={draft} onChange={(changes) => change(() => changes)} error={creation.error} />
      </div>
      <FormProblem error={creation.error} names={NAMES} />
      <Group justify="flex-end" mt="md">
        {isIncomplete && (
          <span role="alert" className="desk-refusal">
            {words('missing')}
          </span>
        )}
        <Button type="submit" loading={creation.isPending}>
          {words('create')}
        </Button>
      </Group>
    </form>
  )
}
