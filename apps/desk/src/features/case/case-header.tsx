import { ActionIcon, UnstyledButton } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconArrowLeft, IconCheck, IconChevronDown, IconChevronUp, IconCopy, IconPencil } from '@tabler/icons-react'
import type { Case } from '@timedesk/contracts/cases'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { ariaKeys, useKeysOf } from '@timedesk/ui/use-shortcuts'
import { lazy, type ReactNode } from 'react'
import { Link } from 'react-router'

import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { useHeroWords } from './hero/use-hero-words.ts'
import type { useListPlace } from './list-place.ts'
import { useCasePageWords } from './use-case-page-words.ts'
import type { CaseUpdate } from './use-update-case.ts'

const SubjectEditor = lazy(async () => ({ default: (await import('./hero/subject-editor.tsx')).SubjectEditor }))

type CaseHeaderProps = {
  subject: Case
  update: CaseUpdate
  place: ReturnType<typeof useListPlace>
  isEditing: boolean
  onEdit: (isEditing: boolean) => void
  /** Who else has the case open. */
  viewers?: ReactNode
}

/** The number to copy and the subject to correct, and the way through the list one came from. */
export function CaseHeader({ subject, update, place, isEditing, onEdit, viewers }: CaseHeaderProps) {
  const words = useCasePageWords()
  const clipboard = useClipboard()
  const copyKeys = ariaKeys(useKeysOf('case.copy'))

  return (
    <header className="desk-case-header">
      <div className="desk-case-top">
        <Link to={place.listPath} className="desk-back">
          <IconArrowLeft size={15} stroke={1.8} aria-hidden="true" /> {words('back')}
        </Link>
        {viewers}
        <ListSteps place={place} />
      </div>
      <div className="desk-case-title">
        <UnstyledButton
          className="desk-case-copy td-number td-focus"
          title={words(clipboard.copied ? 'copied' : 'copyNumber', { number: subject.number })}
          aria-label={words('copyNumber', { number: subject.number })}
          aria-keyshortcuts={copyKeys}
          onClick={() => clipboard.copy(`#${subject.number}`)}
        >
          #{subject.number}{' '}
          {clipboard.copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
        </UnstyledButton>
        {isEditing ? (
          <LazyPart
            fallback={
              <>
                <h1>{subject.subject}</h1>
                <HoldKeys />
              </>
            }
          >
            <SubjectEditor subject={subject} update={update} onClose={() => onEdit(false)} />
          </LazyPart>
        ) : (
          <>
            <h1>{subject.subject}</h1>
            {subject.can.edit && (
              <ActionIcon variant="subtle" color="gray" aria-label={words('editSubject')} onClick={() => onEdit(true)}>
                <IconPencil size={16} stroke={1.6} />
              </ActionIcon>
            )}
          </>
        )}
      </div>
      <ProblemNotice error={update.error} />
      <ConflictNotice update={update} />
    </header>
  )
}

/** The cases before and after this one in the list. */
function ListSteps({ place }: { place: CaseHeaderProps['place'] }) {
  const words = useHeroWords()
  const previousKeys = ariaKeys(useKeysOf('case.previous'))
  const nextKeys = ariaKeys(useKeysOf('case.next'))
  if (place.place === null) return null
  const look = { variant: 'subtle', color: 'gray', size: 'md' } as const
  return (
    <div className="desk-case-steps">
      <span className="td-number">{words('place', { place: place.place.at, count: place.place.of })}</span>
      <ActionIcon
        {...look}
        disabled={place.previous === undefined}
        aria-label={words('previous')}
        aria-keyshortcuts={previousKeys}
        onClick={place.goPrevious}
      >
        <IconChevronUp size={17} stroke={1.7} />
      </ActionIcon>
      <ActionIcon
        {...look}
        disabled={place.next === undefined}
        aria-label={words('next')}
        aria-keyshortcuts={nextKeys}
        onClick={place.goNext}
      >
        <IconChevronDown size={17} stroke={1.7} />
      </ActionIcon>
    </div>
  )
}
