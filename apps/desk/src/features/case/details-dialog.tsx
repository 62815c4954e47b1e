import { Button, Group, Modal, Stack, TagsInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { listTags } from '@timedesk/contracts/work-list'
import { type Case } from '@timedesk/contracts/cases'
import { ESTIMATE_MINUTES_MAX, TAGS_MAX } from '@timedesk/contracts/limits'
import { MinutesInput } from '@timedesk/ui/minutes-input'
import { useState } from 'react'

import { useCaseWords } from '../../shared/cases/use-case-words.ts'
import { client } from '../../shared/client.ts'
import { ContactPicker, ProjectPicker } from '../../shared/pickers/search-pickers.tsx'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import type { CaseChanges } from './changes.ts'
import { useCasePageWords } from './use-case-page-words.ts'
import type { CaseUpdate } from './use-update-case.ts'

type DetailsDialogProps = { subject: Case; update: CaseUpdate; onClose: () => void }

/** The fields of a case that are not changed every day. Only what was changed is sent. */
export function DetailsDialog({ subject, update, onClose }: DetailsDialogProps) {
  const words = useCasePageWords()
  const caseWords = useCaseWords()
  const [read] = useState(subject)
  const [form, setForm] = useState({
    contact: subject.contact,
    project: subject.project,
    estimateMinutes: subject.estimateMinutes,
    externalReference: subject.externalReference ?? '',
    product: subject.product ?? '',
    tags: subject.tags,
  })
  const change = (changes: Partial<typeof form>) => setForm((now) => ({ ...now, ...changes }))
  const { data: knownTags = [] } = useQuery({
    queryKey: ['tags'],
    queryFn: async ({ signal }) => (await client.call(listTags, { signal })).data,
  })

  const save = () => {
    const changes = changesOf(form, read)
    if (Object.keys(changes).length === 0) {
      onClose()
      return
    }
    update.update(changes, Object.values(changes).map(String).join(', '), onClose, read)
  }

  return (
    <Modal opened onClose={onClose} title={words('editDetails')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Stack gap="sm">
          <ProblemNotice error={update.error} />
          <TagsInput
            label={caseWords('tags')}
            description={words('tagsHint')}
            data={knownTags}
            maxTags={TAGS_MAX}
            value={form.tags}
            onChange={(tags) => change({ tags })}
          />
          <ContactPicker
            label={caseWords('contact')}
            customerId={subject.customer.id}
            value={form.contact}
            onChange={(contact) => change({ contact })}
          />
          <ProjectPicker
            label={caseWords('project')}
            customerId={subject.customer.id}
            value={form.project}
            onChange={(project) => change({ project })}
          />
          <MinutesInput
            label={words('estimate')}
            description={words('estimateHint')}
            max={ESTIMATE_MINUTES_MAX}
            value={form.estimateMinutes}
            onChange={(estimateMinutes) => change({ estimateMinutes })}
          />
          <TextInput
            label={caseWords('externalReference')}
            value={form.externalReference}
            onChange={(event) => change({ externalReference: event.currentTarget.value })}
          />
          <TextInput
            label={caseWords('product')}
            value={form.product}
            onChange={(event) => change({ product: event.currentTarget.value })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {caseWords('cancel')}
            </Button>
            <Button type="submit" loading={update.isPending}>
              {caseWords('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

type DetailsForm = {
  contact: Case['contact']
  project: Case['project']
  estimateMinutes: number | null
  externalReference: string
  product: string
  tags: string[]
}

function changesOf(form: DetailsForm, subject: Case): CaseChanges {
  const { externalReference, product } = form
  return {
    ...(form.contact?.id !== subject.contact?.id && { contactId: form.contact?.id ?? null }),
    ...(form.project?.id !== subject.project?.id && { projectId: form.project?.id ?? null }),
    ...(form.estimateMinutes !== subject.estimateMinutes && { estimateMinutes: form.estimateMinutes }),
    ...(externalReference.trim() !== (subject.externalReference ?? '') && {
      externalReference: externalReference.trim() === '' ? null : externalReference.trim(),
    }),
    ...(product.trim() !== (subject.product ?? '') && { product: product.trim() === '' ? null : product.trim() }),
    ...(form.tags.join('\n') !== subject.tags.join('\n') && { tags: form.tags }),
  }
}
