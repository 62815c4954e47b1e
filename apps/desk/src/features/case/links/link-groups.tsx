import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { CaseLinks, LinkedCase, LinkRole } from '@timedesk/contracts/case-links'

import { LinkedCases } from './linked-cases.tsx'
import { useLinkWords } from './use-link-words.ts'

/** What is shown, in this order, and what the others are to the case; null where no link is made or taken by hand. */
const GROUPS = [
  ['problem', 'problem'],
  ['incidents', 'incident'],
  ['blockedBy', 'blocks'],
  ['blocks', 'blocked_by'],
  ['parent', 'parent'],
  ['children', 'child'],
  ['original', 'original'],
  ['duplicates', 'duplicate'],
  ['follows', null],
  ['followUps', null],
  ['related', 'related'],
] as const satisfies readonly (readonly [keyof CaseLinks, LinkRole | null])[]

type LinkGroupsProps = {
  links: CaseLinks
  /** Undefined: the links may not be changed. */
  onUnlink: ((role: LinkRole, other: LinkedCase) => void) | undefined
  isPending: boolean
}

/** The cases that one is linked to, by what they are to it. */
export function LinkGroups({ links, onUnlink, isPending }: LinkGroupsProps) {
  const words = useLinkWords()
  const shown = GROUPS.map(([place, role]) => ({ place, role, cases: casesIn(links, place) })).filter(
    ({ cases }) => cases.length > 0,
  )
  if (shown.length === 0) return <p className="desk-quiet">{words('none')}</p>
  return shown.map(({ place, role, cases }) => (
    <LinkedCases
      key={place}
      label={words(place)}
      cases={cases}
      action={(other) =>
        onUnlink !== undefined &&
        role !== null && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            loading={isPending}
            aria-label={words('remove', { number: other.number })}
            onClick={() => onUnlink(role, other)}
          >
            <IconX size={14} stroke={1.8} />
          </ActionIcon>
        )
      }
    />
  ))
}

function casesIn(links: CaseLinks, place: keyof CaseLinks): LinkedCase[] {
  const found = links[place]
  if (found === null) return []
  return Array.isArray(found) ? found : [found]
}
