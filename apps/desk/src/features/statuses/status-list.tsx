import { useQuery } from '@tanstack/react-query'
import type { CaseStatus } from '@timedesk/contracts/case-settings'
import type { StatusCategory } from '@timedesk/contracts/case-status'
import { statusCategories } from '@timedesk/domain/helpdesk/status'
import { StatusPill, useStatusName } from '@timedesk/ui/status-pill'
import { useState, type ReactNode } from 'react'

import { useTell } from '../../shared/deeds/use-tell.ts'
import { EditButton } from '../../shared/lists/edit-button.tsx'
import { Mark } from '../../shared/lists/mark.tsx'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { OrderList } from '../../shared/order/order-list.tsx'
import { settingQueries } from '../../shared/settings/setting-queries.ts'
import { useCommonWords } from '../../shared/settings/use-common-words.ts'
import { StatusDialog } from './status-dialog.tsx'
import './statuses.css'
import { useOrderStatuses } from './use-save-status.ts'
import { useStatusWords } from './use-status-words.ts'

/** Every status below its category, in the order that lists and menus show them. */
export function StatusList({ mayWrite }: { mayWrite: boolean }) {
  const statuses = useQuery(settingQueries.statuses())
  const [editedId, setEditedId] = useState<string | null>(null)
  const edited = statuses.data?.find(({ id }) => id === editedId)
  return (
    <>
      <QueryFace query={statuses}>
        {(found) => (
          <div className="desk-statuses">
            {statusCategories.map((category) => (
              <CategorySection
                key={category}
                category={category}
                statuses={found}
                mayWrite={mayWrite}
                onEdit={setEditedId}
              />
            ))}
          </div>
        )}
      </QueryFace>
      {edited !== undefined && <StatusDialog status={edited} onClose={() => setEditedId(null)} />}
    </>
  )
}

type CategorySectionProps = {
  category: StatusCategory
  statuses: readonly CaseStatus[]
  mayWrite: boolean
  onEdit: (statusId: string) => void
}

function CategorySection({ category, statuses, mayWrite, onEdit }: CategorySectionProps) {
  const words = useStatusWords()
  const nameOf = useStatusName()
  const order = useOrderStatuses()
  const { onError } = useTell()('')
  const mine = statuses.filter((status) => status.category === category)
  const store = (ids: string[]) => {
    // The statuses of other categories keep their places; those of this one take its places in their new order.
    const queue = [...ids]
    const all = statuses.map((status) => (status.category === category ? (queue.shift() ?? status.id) : status.id))
    return order.mutateAsync(all).catch(onError)
  }

  return (
    <section className="desk-status-category" aria-label={nameOf({ category, name: '' })}>
      <h2>{nameOf({ category, name: '' })}</h2>
      {mine.length === 0 ? (
        <p className="desk-quiet desk-small">{words('noneOfCategory')}</p>
      ) : (
        <OrderList
          label={nameOf({ category, name: '' })}
          items={mine}
          keyOf={({ id }) => id}
          nameOf={nameOf}
          isDisabled={!mayWrite || mine.length === 1}
          onOrder={store}
        >
          {(status, handle) => (
            <StatusRow status={status} handle={handle} {...(mayWrite && { onEdit: () => onEdit(status.id) })} />
          )}
        </OrderList>
      )}
    </section>
  )
}

type StatusRowProps = { status: CaseStatus; handle: ReactNode; onEdit?: () => void }

function StatusRow({ status, handle, onEdit }: StatusRowProps) {
  const words = useStatusWords()
  const listWords = useListWords()
  const commonWords = useCommonWords()
  const nameOf = useStatusName()
  const { category, name, color, pausesClock, customerWording, isActive } = status
  return (
    <>
      {handle}
      <span className="desk-status-name">
        <StatusPill category={category} label={name} color={color} />
        {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
      </span>
      <span className="desk-status-facts desk-quiet desk-small">
        <span>{words(pausesClock ? 'pausesClock' : 'runsOn')}</span>
        <span>
          {customerWording === null ? words('standardWords') : `“${customerWording.en}” · “${customerWording.da}”`}
        </span>
      </span>
      {onEdit !== undefined && (
        <EditButton label={commonWords('editThing', { name: nameOf(status) })} onClick={onEdit} />
      )}
    </>
  )
}
