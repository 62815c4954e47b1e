import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCornerDownRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { LinkRole } from '@timedesk/contracts/case-links'
import type { Case } from '@timedesk/contracts/cases'
import { LazyPart } from '@timedesk/ui/lazy-part'
import type { SearchOption } from '@timedesk/ui/search-select'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { lazy, useState } from 'react'
import { Link } from 'react-router'

import { followUpPath } from '../../../shared/paths.ts'
import { ProblemNotice } from '../../../shared/problems/problem-notice.tsx'
import { useMay } from '../../../shared/session/use-me.ts'
import { besideQueries } from '../beside-queries.ts'
import { Tombstones } from '../merging/tombstones.tsx'
import { RailCard } from '../rail-card.tsx'
import { LinkGroups } from './link-groups.tsx'
import { LinksMenu } from './links-menu.tsx'
import { OpenIncidents } from './open-incidents.tsx'
import { useLink } from './use-link.ts'
import { useLinkWords } from './use-link-words.ts'

const LinkPicker = lazy(async () => ({ default: (await import('./link-picker.tsx')).LinkPicker }))

const ENDED: readonly string[] = ['closed', 'cancelled']

/** What a case is to other ones: linked, merged into it, or gone on in. */
export function LinksCard({ subject }: { subject: Case }) {
  const words = useLinkWords()
  const mayWrite = useMay()('case:write')
  const links = useQuery(besideQueries.links(subject.id))
  const [isChoosing, setIsChoosing] = useState(false)
  const change = useLink(subject)
  const link = (role: LinkRole, other: SearchOption) =>
    change.mutate(
      { role, otherId: other.value, isLinked: true },
      {
        onSuccess: () => {
          setIsChoosing(false)
          notifications.show({ message: words('linked', { name: other.label }) })
        },
      },
    )
  const unlink = (role: LinkRole, other: { id: string; number: number }) =>
    change.mutate(
      { role, otherId: other.id, isLinked: false },
      { onSuccess: () => notifications.show({ message: words('unlinked', { number: other.number }) }) },
    )

  return (
    <RailCard
      title={words('title')}
      name="links"
      action={<LinksMenu subject={subject} onLink={() => setIsChoosing(true)} />}
    >
      {links.isError && <p className="desk-refusal">{words('failed')}</p>}
      <ProblemNotice error={change.error} onClose={change.reset} />
      <LazyPart fallback={<HoldKeys />}>
        {isChoosing && <LinkPicker subject={subject} onChoose={link} onClose={() => setIsChoosing(false)} />}
      </LazyPart>
      {links.data !== undefined && (
        <>
          <OpenIncidents subject={subject} incidents={links.data.incidents} />
          <LinkGroups
            links={links.data}
            onUnlink={subject.can.merge ? unlink : undefined}
            isPending={change.isPending}
          />
        </>
      )}
      <Tombstones subject={subject} mayUnmerge={mayWrite} />
      {mayWrite && subject.mergedInto === null && ENDED.includes(subject.status.category) && (
        <Button
          component={Link}
          to={followUpPath(subject.id)}
          mt="xs"
          size="compact-xs"
          variant="default"
          leftSection={<IconCornerDownRight size={14} stroke={1.7} aria-hidden="true" />}
        >
          {words('followUp')}
        </Button>
      )}
    </RailCard>
  )
}
