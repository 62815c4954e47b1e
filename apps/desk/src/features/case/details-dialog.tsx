import { Button, Group, Modal, Stack, TagsInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { listTags } from '@timedesk/contracts/work-list'
import { type Case } from '@timedesk/contracts/cases'
import { TAGS_MAX } from '@timedesk/contracts/limits'
import { useState } from 'react'

import { useCaseWords } from '../../shared/cases/use-case-words.ts'
import { client } from '../../shared/client.ts'
import { fromLocalInput, toLocalInput } from '../../shared/local-instant.ts'
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
  const [form, setForm] = useState({
    contact: subject.contact,
    project: subject.project,
    deadline: toLocalInput(subject.deadline),
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
    const changes = changesOf(form, subject)
    if (Object.keys(changes).length === 0) {
      onClose()
      return
    }
    update.update(changes, Object.values(changes).map(String).join(', '), onClose)
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
          <TextInput
            type="datetime-local"
            label={caseWords('deadline')}
            value={form.deadline}
            onChange={(event) => change({ deadline: event.currentTarget.value })}
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
  deadline: string
  externalReference: string
  product: string
  tags: string[]
}

function changesOf(form: DetailsForm, subject: Case): CaseChanges {
  const { externalReference, product } = form
  return {
    ...(form.contact?.id !== subject.contact?.id && { contactId: form.contact?.id ?? null }),
    ...(form.project?.id !== subject.project?.id && { projectId: form.project?.id ?? null }),
    ...(form.deadline !== toLocalInput(subject.deadline) && { deadline: fromLocalInput(form.deadline) }),
    ...(externalReference.trim() !== (subject.externalReference ?? '') && {
      externalReference: externalReference.trim() === '' ? null : externalReference.trim(),
    }),
    ...(product.trim() !== (subject.product ?? '') && { product: product.trim() === '' ? null : product.trim() }),
    ...(form.tags.join('\n') !== subject.tags.join('\n') && { tags: form.tags }),
  }
}
