import { IconArrowMerge, IconBell, IconMoon, IconPencil } from '@tabler/icons-react'
import { PersonAvatar } from '@timedesk/ui/person-avatar'
import { useFormat } from '@timedesk/ui/format'

import { useWorkListWords } from '../use-work-list-words.ts'
import type { Badge, Viewer } from './aside.ts'

const VIEWERS_MAX = 2

const PLAIN = { snoozedUntil: null, isFollowed: false, draft: null } as const

type RowMarksProps = {
  /** The number of the case that this one went on in. */
  mergedInto: number | null
  badge: Badge | undefined
  viewers: readonly Viewer[]
}

/** What stands beside a subject: where it went on, snoozed, followed, begun and not sent, and who has the case open. */
export function RowMarks({ mergedInto, badge, viewers }: RowMarksProps) {
  const words = useWorkListWords()
  const format = useFormat()
  const { snoozedUntil, isFollowed, draft } = badge ?? PLAIN
  const isPlain = mergedInto === null && snoozedUntil === null && !isFollowed && draft === null
  if (isPlain && viewers.length === 0) return null
  return (
    <span className="desk-row-marks">
      {mergedInto !== null && (
        <span className="desk-row-merged" title={words('mergedInto', { number: mergedInto })}>
          <IconArrowMerge size={15} stroke={1.7} aria-hidden="true" />
          <span className="desk-hidden">{words('mergedInto', { number: mergedInto })}</span>
          <span className="td-number" aria-hidden="true">
            #{mergedInto}
          </span>
        </span>
      )}
      {snoozedUntil !== null && (
        <Mark Icon={IconMoon} word={words('snoozedUntil', { until: format.fullDateTime(snoozedUntil) })} />
      )}
      {isFollowed && <Mark Icon={IconBell} word={words('followed')} />}
      {draft !== null && <Mark Icon={IconPencil} word={words(`draft_${draft}`)} />}
      {viewers.length > 0 && <Viewers viewers={viewers} />}
    </span>
  )
}

function Mark({ Icon, word }: { Icon: typeof IconBell; word: string }) {
  return (
    <span role="img" aria-label={word} title={word}>
      <Icon size={15} stroke={1.7} aria-hidden="true" />
    </span>
  )
}

/** Who has the case open now; a pencil where somebody writes. */
function Viewers({ viewers }: { viewers: readonly Viewer[] }) {
  const words = useWorkListWords()
  const told = viewers.map(({ name, state }) => words(`presence_${state}`, { name })).join(', ')
  const more = viewers.length - VIEWERS_MAX
  return (
    <span className="desk-viewers" role="img" aria-label={told} title={told}>
      {viewers.slice(0, VIEWERS_MAX).map(({ id, name, state }) => (
        <span key={id} className="desk-viewer">
          <PersonAvatar name={name} size={20} />
          {state !== 'viewing' && (
            <IconPencil className="desk-viewer-pencil" size={10} stroke={2.4} aria-hidden="true" />
          )}
        </span>
      ))}
      {more > 0 && <small aria-hidden="true">+{more}</small>}
    </span>
  )
}
