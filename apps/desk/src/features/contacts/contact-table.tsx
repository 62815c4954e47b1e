import { Anchor } from '@mantine/core'
import type { Contact } from '@timedesk/contracts/contacts'
import { DataTable, type DataColumn } from '@timedesk/ui/data-table'
import { RelativeTime } from '@timedesk/ui/relative-time'
import { useState } from 'react'
import { Link } from 'react-router'

import { Mark } from '../../shared/lists/mark.tsx'
import { useListWords } from '../../shared/lists/use-list-words.ts'
import { paths } from '../../shared/paths.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { ContactRowButtons } from './contact-row-buttons.tsx'
import { EditContactDialog } from './edit-contact-dialog.tsx'
import { useContactWords } from './use-contact-words.ts'

/** Contacts as a table; `withCustomer` tells whose they are. */
export function ContactTable({ contacts, withCustomer }: { contacts: readonly Contact[]; withCustomer: boolean }) {
  const words = useContactWords()
  const listWords = useListWords()
  const mayWrite = useMay()('customer:write')
  const [editedId, setEditedId] = useState<string | null>(null)
  const edited = contacts.find(({ id }) => id === editedId)
  const customerColumn: DataColumn<Contact> = {
    key: 'customer',
    header: words('customer'),
    render: ({ customer }) => (
      <Anchor component={Link} to={paths.customer(customer.id)}>
        {customer.name}
      </Anchor>
    ),
  }

  const columns: DataColumn<Contact>[] = [
    {
      key: 'name',
      header: words('name'),
      priority: 1,
      render: ({ name, isActive, hasPassword }) => (
        <span>
          {name}
          {!isActive && <Mark>{listWords('inactiveMark')}</Mark>}
          {isActive && !hasPassword && <Mark kind="warn">{words('notAccepted')}</Mark>}
        </span>
      ),
    },
    {
      key: 'email',
      header: words('email'),
      render: ({ email }) => <Anchor href={`mailto:${email}`}>{email}</Anchor>,
    },
    ...(withCustomer ? [customerColumn] : []),
    { key: 'role', header: words('role'), render: ({ role }) => words(`role_${role}`) },
    {
      key: 'last',
      header: words('lastSignedIn'),
      render: ({ lastSignedInAt }) => (lastSignedInAt === null ? words('never') : <RelativeTime at={lastSignedInAt} />),
    },
  ]

  return (
    <>
      <DataTable
        label={words('title')}
        rows={contacts}
        rowKey={(row) => row.id}
        isQuiet={(row) => !row.isActive}
        columns={columns}
        {...(mayWrite && {
          rowActions: (contact: Contact) => (
            <ContactRowButtons contact={contact} onEdit={() => setEditedId(contact.id)} />
          ),
        })}
      />
      {edited !== undefined && <EditContactDialog contact={edited} onClose={() => setEditedId(null)} />}
    </>
  )
}
