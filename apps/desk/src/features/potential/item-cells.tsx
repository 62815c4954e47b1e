import { Anchor } from '@mantine/core'
import type { PotentialItem } from '@timedesk/contracts/potential'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { EntryWork } from '../../shared/entries/entry-work.tsx'
import { useInvoicingWords } from '../../shared/invoicing/use-invoicing-words.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { paths } from '../../shared/paths.ts'
import './potential.css'
import { usePotentialWords } from './use-potential-words.ts'

/** What an item is for, how its amount came about, and what holds it back. */
export function ItemWhat({ item }: { item: PotentialItem }) {
  const words = usePotentialWords()
  const invoicingWords = useInvoicingWords()
  const format = useFormat()
  const { entry, text, source, kind, state, day, heldBecause, hold } = item
  return (
    <div className="desk-stack">
      {entry === null ? (
        <>
          <span>{text}</span>
          <span className="desk-quiet desk-small">{invoicingWords(`source_${source}`)}</span>
        </>
      ) : (
        <EntryWork entry={entry} />
      )}
      {kind === 'overage' && heldBecause === null && <span className="desk-quiet desk-small">{words('beyond')}</span>}
      {heldBecause !== null && (
        <span className="desk-held-reason">
          {hold === null
            ? invoicingWords(`because_${heldBecause}`)
            : words('heldBy', { name: hold.createdByName, reason: hold.reason })}
        </span>
      )}
      {state === 'future' && (
        <span className="desk-quiet desk-small">{words('due', { day: format.workDate(day) })}</span>
      )}
    </div>
  )
}

/** The agreement that an item is under. */
export function ItemAgreement({ item: { agreement } }: { item: PotentialItem }) {
  if (agreement === null) return '—'
  return (
    <Anchor component={Link} to={paths.agreement(agreement.id)}>
      {agreement.name}
    </Anchor>
  )
}

/** What an item is charged with, or that it lacks a price. */
export function ItemAmount({ item: { amount } }: { item: PotentialItem }) {
  const words = usePotentialWords()
  const format = useFormat()
  return amount === null ? <Mark kind="bad">{words('noPrice')}</Mark> : format.money(amount)
}
