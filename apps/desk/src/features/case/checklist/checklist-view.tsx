import { Progress } from '@mantine/core'
import type { Case } from '@timedesk/contracts/cases'
import type { CaseChecklist } from '@timedesk/contracts/checklists'
import type { ReactNode } from 'react'

import { OrderList } from '../../../shared/order/order-list.tsx'
import './checklist.css'
import { ChecklistRow } from './checklist-row.tsx'
import { useChecklistWords } from './use-checklist-words.ts'
import { useChecklist, type Checklist } from './use-checklist.ts'

type ChecklistViewProps = {
  subject: Pick<Case, 'id' | 'number'>
  /** What stands below the items: the way to more of them. */
  children?: (checklist: Checklist, shown: CaseChecklist) => ReactNode
}

/** The items of a case to be ticked off, with how far they are; the same wherever it is shown. */
export function ChecklistView({ subject, children }: ChecklistViewProps) {
  const words = useChecklistWords()
  const checklist = useChecklist(subject)
  const { data: shown, isError } = checklist.list
  if (shown === undefined) return isError ? <p className="desk-refusal">{words('failed')}</p> : null
  const { data: items, can } = shown
  const done = items.filter(({ doneAt }) => doneAt !== null).length
  const progress = words('progress', { done, count: items.length })
  return (
    <>
      {items.length === 0 ? (
        <p className="desk-quiet">{words('empty')}</p>
      ) : (
        <>
          <div className="desk-checklist-progress">
            <Progress.Root size="sm">
              <Progress.Section
                value={(done / items.length) * WHOLE}
                aria-label={words('title')}
                aria-valuetext={progress}
              />
            </Progress.Root>
            <span className="desk-quiet td-number">{progress}</span>
          </div>
          <div className="desk-checklist">
            <OrderList
              label={words('title')}
              items={items}
              keyOf={({ id }) => id}
              nameOf={({ text }) => text}
              isDisabled={!can.edit}
              onOrder={checklist.order}
            >
              {(item, handle) => <ChecklistRow item={item} handle={handle} can={can} checklist={checklist} />}
            </OrderList>
          </div>
        </>
      )}
      {children?.(checklist, shown)}
    </>
  )
}

const WHOLE = 100
