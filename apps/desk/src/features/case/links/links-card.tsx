import { ActionIcon, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCornerDownRight, IconLinkPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { CaseLinks, LinkedCase } from '@timedesk/contracts/case-links'
import type { Case } from '@timedesk/contracts/cases'
import { listCases } from '@timedesk/contracts/work-list'
import { SearchSelect } from '@timedesk/ui/search-select'
import { useState } from 'react'
import { Link } from 'react-router'

import { client } from '../../../shared/client.ts'
import { followUpPath } from '../../../shared/paths.ts'
import { ProblemNotice } from '../../../shared/problems/problem-notice.tsx'
import { useMay } from '../../../shared/session/use-me.ts'
import { besideQueries } from '../beside-queries.ts'
import { RailCard } from '../rail-card.tsx'
import { LinkedCases } from './linked-cases.tsx'
import { useLinkWords } from './use-link-words.ts'
import { useSetParent } from './use-set-parent.ts'

const FOUND_MAX = 8
const ENDED: readonly string[] = ['closed', 'cancelled']

/** The cases above, below, before and after this one, and how to put it below another. */
export function LinksCard({ subject }: { subject: Case }) {
  const words = useLinkWords()
  const mayWrite = useMay()('case:write')
  const links = useQuery(besideQueries.links(subject.id))
  const [isChoosing, setIsChoosing] = useState(false)
  const setParent = useSetParent(subject)
  const unlink = () => {
    setParent.mutate(null, { onSuccess: () => notifications.show({ message: words('unlinked') }) })
  }
  const link = (parentId: string) =>
    setParent.mutate(parentId, {
      onSuccess: ({ parent }) => {
        setIsChoosing(false)
        notifications.show({ message: words('linked', { number: parent?.number ?? '' }) })
      },
    })

  return (
    <RailCard
      title={words('title')}
      action={
        mayWrite &&
        links.data !== undefined && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words(links.data.parent === null ? 'setParent' : 'changeParent')}
            aria-expanded={isChoosing}
            onClick={() => setIsChoosing(!isChoosing)}
          >
            <IconLinkPlus size={16} stroke={1.6} />
          </ActionIcon>
        )
      }
    >
      {links.isError && <p className="desk-refusal">{words('failed')}</p>}
      <ProblemNotice error={setParent.error} onClose={setParent.reset} />
      {isChoosing && <ParentPicker subject={subject} onChoose={link} />}
      {links.data !== undefined && (
        <LinkGroups links={links.data} onUnlink={mayWrite ? unlink : undefined} isPending={setParent.isPending} />
      )}
      {mayWrite && ENDED.includes(subject.status.category) && (
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

type LinkGroupsProps = { links: CaseLinks; onUnlink: (() => void) | undefined; isPending: boolean }

function LinkGroups({ links, onUnlink, isPending }: LinkGroupsProps) {
  const words = useLinkWords()
  const { parent, children, follows, followUps } = links
  const unlinkButton = ({ number }: LinkedCase) =>
    onUnlink !== undefined && (
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        loading={isPending}
        aria-label={words('removeParent', { number })}
        onClick={onUnlink}
      >
        <IconX size={14} stroke={1.8} />
      </ActionIcon>
    )
  if (parent === null && follows === null && children.length + followUps.length === 0) {
    return <p className="desk-quiet">{words('none')}</p>
  }
  return (
    <>
      {parent !== null && <LinkedCases label={words('parent')} cases={[parent]} action={unlinkButton} />}
      {children.length > 0 && <LinkedCases label={words('children')} cases={children} />}
      {follows !== null && <LinkedCases label={words('follows')} cases={[follows]} />}
      {followUps.length > 0 && <LinkedCases label={words('followUps')} cases={followUps} />}
    </>
  )
}

type ParentPickerProps = { subject: Case; onChoose: (parentId: string) => void }

/** Cases of the same customer first, by number or words. */
function ParentPicker({ subject, onChoose }: ParentPickerProps) {
  const words = useLinkWords()
  return (
    <SearchSelect
      label={words('search')}
      hideLabel
      placeholder={words('searchHint')}
      value={null}
      onChange={(option) => option !== null && onChoose(option.value)}
      search={async (term, signal) => {
        const search = term.trim()
        const query = {
          limit: FOUND_MAX,
          ...(search === '' ? { customerId: subject.customer.id, isActive: true } : { search }),
        }
        const { data } = await client.call(listCases, { query, signal })
        return data
          .filter(({ id }) => id !== subject.id)
          .map(({ id, number, subject: name, customer }) => ({
            value: id,
            label: `#${number} ${name}`,
            description: customer.name,
          }))
      }}
    />
  )
}
