import type { FoundContact, FoundCustomer } from '@timedesk/contracts/search'
import { Highlight } from '@timedesk/ui/highlight'
import { Link } from 'react-router'

import { Mark } from '../../shared/lists/mark.tsx'
import { paths } from '../../shared/paths.ts'
import { useSearchWords } from './use-search-words.ts'

/** Customers that were found, each leading to its card; nothing where there is none. */
export function FoundCustomers({ customers }: { customers: readonly FoundCustomer[] }) {
  const words = useSearchWords()
  if (customers.length === 0) return null
  return (
    <section aria-label={words('customers')}>
      <h2 className="desk-found-kind">{words('customers')}</h2>
      <ul className="desk-found-people">
        {customers.map(({ id, number, name, city, isActive }) => (
          <li key={id}>
            <Link className="td-focus" to={paths.customer(id)}>
              <Highlight of={name} />
            </Link>
            {!isActive && <Mark>{words('inactive')}</Mark>}
            <span className="desk-found-facts">
              <span className="td-number">{number}</span>
              {city !== '' && <span>{city}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Contacts that were found, each leading to its customer; nothing where there is none. */
export function FoundContacts({ contacts }: { contacts: readonly FoundContact[] }) {
  const words = useSearchWords()
  if (contacts.length === 0) return null
  return (
    <section aria-label={words('contacts')}>
      <h2 className="desk-found-kind">{words('contacts')}</h2>
      <ul className="desk-found-people">
        {contacts.map(({ id, name, email, phone, customer, isActive }) => (
          <li key={id}>
            <Link className="td-focus" to={paths.customer(customer.id)}>
              <Highlight of={name} />
            </Link>
            {!isActive && <Mark>{words('inactive')}</Mark>}
            <span className="desk-found-facts">
              <span>{customer.name}</span>
              <span>
                <Highlight of={email} />
              </span>
              {phone !== '' && <span className="td-number">{phone}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
