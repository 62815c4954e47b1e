import { Button, Fieldset, Group, Pill, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createCase, type Case } from '@timedesk/contracts/cases'
import { SUBJECT_LENGTH_MAX } from '@timedesk/contracts/limits'
import type { Reference } from '@timedesk/contracts/primitives'
import { LazyMarkdownEditor } from '@timedesk/ui/lazy-markdown-editor'
import { PageHeader } from '@timedesk/ui/page-header'
import { useState } from 'react'
import type { z } from 'zod'

import { pictureUrl, uploadFile } from '../../shared/attachments.ts'
import { caseQueries } from '../../shared/cases/case-queries.ts'
import { client } from '../../shared/client.ts'
import { createWords } from '../../shared/create-words.ts'
import { ContactPicker, CustomerPicker } from '../../shared/pickers/search-pickers.tsx'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { useMe } from '../../shared/session/use-me.ts'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { TimeFields } from '../../shared/time/time-fields.tsx'
import { DispatchFields } from './dispatch-fields.tsx'
import { emptyNewCase, toCreation, type NewCase } from './new-case-draft.ts'
import { newCaseDanish, newCaseEnglish } from './new-case-texts.ts'
import './new-case.css'

const useNewCaseWords = createWords('newCase', { en: newCaseEnglish, da: newCaseDanish })

type NewCaseFormProps = { customer: Reference | null; onCreated: (created: Case) => void }

/** A case as staff raise it for a customer, dispatched at once. */
export function NewCaseForm({ customer, onCreated }: NewCaseFormProps) {
  const words = useNewCaseWords()
  const { company } = useMe()
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState<NewCase>({ ...emptyNewCase, customer })
  const [isIncomplete, setIsIncomplete] = useState(false)
  const { data: activityTypes = [] } = useQuery(settingQueries.activityTypes())
  const change = (changes: Partial<NewCase>) => setDraft((now) => ({ ...now, ...changes }))
  const creation = useMutation({
    mutationFn: (body: z.input<typeof createCase.body>) => client.call(createCase, { body }),
    onSuccess: async (created) => {
      await queryClient.invalidateQueries({ queryKey: caseQueries.lists() })
      onCreated(created)
    },
  })
  const submit = () => {
    const body = toCreation(draft, activityTypes, company.timeZone)
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
        <div className="desk-new-case-fields">
          <Group grow align="start">
            <CustomerPicker
              label={words('customer')}
              required
              value={draft.customer}
              onChange={(chosen) => change({ customer: chosen, contact: null, project: null })}
            />
            {draft.customer !== null && (
              <ContactPicker
                label={words('contact')}
                customerId={draft.customer.id}
                value={draft.contact}
                onChange={(contact) => change({ contact })}
              />
            )}
          </Group>
          <TextInput
            label={words('subject')}
            required
            maxLength={SUBJECT_LENGTH_MAX}
            value={draft.subject}
            onChange={(event) => change({ subject: event.currentTarget.value })}
          />
          <div>
            <Text size="sm" fw={500} mb={4} aria-hidden="true">
              {words('description')}
            </Text>
            <LazyMarkdownEditor
              label={words('description')}
              placeholder={words('descriptionHint')}
              value={draft.description}
              onChange={(description) => change({ description })}
              onSubmit={submit}
              onUpload={async (file, options) => {
                const stored = await uploadFile(file, options)
                setDraft((now) => ({ ...now, pictureIds: [...now.pictureIds, stored.id] }))
                return stored
              }}
              onAttach={(file) => setDraft((now) => ({ ...now, files: [...now.files, file] }))}
              resolveAttachment={pictureUrl}
            />
            <Pill.Group mt="xs" role="group" aria-label={words('files')}>
              {draft.files.map(({ id, name }) => (
                <Pill
                  key={id}
                  withRemoveButton
                  onRemove={() => change({ files: draft.files.filter((file) => file.id !== id) })}
                >
                  {name}
                </Pill>
              ))}
            </Pill.Group>
          </div>
          <Fieldset legend={words('time')}>
            <TimeFields
              form={draft.time}
              onChange={(changes) => setDraft((now) => ({ ...now, time: { ...now.time, ...changes } }))}
            />
          </Fieldset>
        </div>
        <DispatchFields draft={draft} onChange={change} />
      </div>
      <ProblemNotice error={creation.error} onClose={creation.reset} />
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
