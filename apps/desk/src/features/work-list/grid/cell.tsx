import { IconShieldCheck, IconShieldHalf, IconShieldOff, IconUserQuestion } from '@tabler/icons-react'
import type { ListedCase } from '@timedesk/contracts/work-list'
import { useFormat } from '@timedesk/ui/format'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { PriorityMark } from '@timedesk/ui/priority-mark'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { StatusPill } from '@timedesk/ui/status-pill'

import { DueMark } from '../../../shared/cases/due-mark.tsx'
import { useWorkListWords } from '../use-work-list-words.ts'
import type { Cover } from './aside.ts'
import type { Column } from './columns.ts'

const COVER_ICONS = { covered: IconShieldCheck, low: IconShieldHalf, outside: IconShieldOff } as const

type CellProps = { column: Column; row: ListedCase; cover: Cover | undefined }

/** What one column says of a case. */
export function Cell({ column, row, cover }: CellProps) {
  switch (column) {
    case 'customer':
      return <Quiet>{row.customer.name}</Quiet>
    case 'contact':
      return <Quiet>{row.contact?.name}</Quiet>
    case 'type':
      return <Quiet>{row.type?.name}</Quiet>
    case 'department':
      return <Quiet>{row.department.name}</Quiet>
    case 'tags':
      return <Quiet>{row.tags.join(', ')}</Quiet>
    case 'due':
      return <DueMark due={row.due} />
    case 'status':
      return <StatusPill category={row.status.category} color={row.status.color} label={row.status.name} />
    case 'cover':
      return cover !== undefined && <CoverMark cover={cover} />
    case 'priority':
      return <PriorityMark rank={row.priority.level} label={row.priority.name} />
    case 'responsible':
      return <Responsible name={row.responsible?.name} />
    case 'estimate':
      return <Estimate minutes={row.estimateMinutes} />
    case 'created':
      return <RelativeTime at={row.createdAt} />
    case 'updated':
      return <RelativeTime at={row.lastActivityAt} />
  }
}

function Quiet({ children }: { children: string | undefined }) {
  return (
    <span className="desk-cell-words" title={children}>
      {children}
    </span>
  )
}

function Estimate({ minutes }: { minutes: number | null }) {
  const format = useFormat()
  return minutes !== null && <span className="td-number">{format.minutes(minutes)}</span>
}

function Responsible({ name }: { name: string | undefined }) {
  const words = useWorkListWords()
  if (name !== undefined) return <PersonAvatar name={name} size={26} isNamed />
  return (
    <span className="desk-case-nobody" role="img" aria-label={words('noResponsible')} title={words('noResponsible')}>
      <IconUserQuestion size={15} stroke={1.6} aria-hidden="true" />
    </span>
  )
}

function CoverMark({ cover }: { cover: Cover }) {
  const words = useWorkListWords()
  const Icon = COVER_ICONS[cover]
  const word = words(`cover_${cover}`)
  return (
    <span className="desk-cover-mark" data-cover={cover} role="img" aria-label={word} title={word}>
      <Icon size={17} stroke={1.7} aria-hidden="true" />
    </span>
  )
}
