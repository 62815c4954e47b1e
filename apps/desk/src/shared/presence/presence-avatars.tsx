import { IconPencil } from '@tabler/icons-react'
import type { Presence } from '@timedesk/contracts/presence'
import { PersonAvatar } from '@timedesk/ui/person-avatar'

import { useMe } from '../session/use-me.ts'
import './presence.css'
import { usePresenceWords } from './use-presence-words.ts'

const SHOWN_MAX = 3
const SIZE_PX = 22

/** Colleagues who are at a case now; who writes has a pencil. Nothing while nobody else is there. */
export function PresenceAvatars({ people }: { people: readonly Presence[] }) {
  const words = usePresenceWords()
  const me = useMe()
  const others = people.filter(({ employee }) => employee.id !== me.id)
  if (others.length === 0) return null
  const said = others.map(({ employee: { name }, state }) => words(state, { name }))
  const hidden = others.length - SHOWN_MAX
  return (
    <span
      className="desk-presence"
      role="img"
      title={said.join('\n')}
      aria-label={`${words('people')}: ${said.join(', ')}`}
    >
      {others.slice(0, SHOWN_MAX).map(({ employee: { id, name }, state }) => (
        <span key={id} className="desk-presence-person" data-state={state}>
          <PersonAvatar name={name} size={SIZE_PX} />
          {state !== 'viewing' && <IconPencil size={11} stroke={2.4} aria-hidden="true" />}
        </span>
      ))}
      {hidden > 0 && <span className="desk-presence-more">+{hidden}</span>}
    </span>
  )
}
