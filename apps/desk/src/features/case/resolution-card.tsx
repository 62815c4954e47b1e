import { ActionIcon } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { MarkdownView } from '@timedesk/ui/markdown-view'
import { lazy } from 'react'

import { CaseNumberLink } from '../../shared/cases/case-number-link.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { RailCard } from './rail-card.tsx'
import { useCasePageWords } from './use-case-page-words.ts'
import { useUpdateCase } from './use-update-case.ts'

const ResolutionForm = lazy(async () => ({ default: (await import('./rail/resolution-form.tsx')).ResolutionForm }))

const ENDED: readonly string[] = ['solved', 'closed']

/** What solved the case, as the customer reads it. Shown once it is told, or once the case is solved without it. */
export function ResolutionCard({ subject }: { subject: Case }) {
  const words = useCasePageWords()
  const update = useUpdateCase(subject)
  const [isEditing, editing] = useDisclosure(false)
  const isTold = subject.resolution.trim() !== ''
  if (!isTold && !ENDED.includes(subject.status.category)) return null
  return (
    <RailCard
      title={words('resolution')}
      action={
        subject.can.edit &&
        !isEditing && (
          <ActionIcon variant="subtle" color="gray" aria-label={words('editResolution')} onClick={editing.open}>
            <IconPencil size={16} stroke={1.6} />
          </ActionIcon>
        )
      }
    >
      <ConflictNotice update={update} />
      {isEditing ? (
        <LazyPart fallback={<HoldKeys />}>
          <ResolutionForm subject={subject} update={update} onClose={editing.close} />
        </LazyPart>
      ) : isTold ? (
        <MarkdownView value={subject.resolution} caseLink={CaseNumberLink} />
      ) : (
        <p className="desk-quiet">{words('noResolution')}</p>
      )}
    </RailCard>
  )
}
