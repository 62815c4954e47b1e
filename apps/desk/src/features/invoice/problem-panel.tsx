import { Anchor } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { Invoice } from '@timedesk/contracts/invoice'
import { Link } from 'react-router'

import { placeOfProblem } from '../../shared/invoicing/problem-place.ts'
import { useProblemWording, type DocumentProblem } from '../../shared/invoicing/use-document-problem-words.ts'
import { Mark } from '../../shared/lists/mark.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { goToPlace } from './go-to-place.ts'
import './invoice.css'
import { useInvoiceWords } from './use-invoice-words.ts'

/** What keeps a draft from being posted, in plain words; each leads to where it is mended. */
export function ProblemPanel({ invoice: { problems, customer } }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  return (
    <Panel title={words('problems')}>
      <div role="status">
        {problems.length === 0 ? (
          <p className="desk-invoice-sound">
            <IconCircleCheck size={18} aria-hidden="true" /> {words('problemsNone')}
          </p>
        ) : (
          <ul className="desk-invoice-problems">
            {problems.map((problem) => (
              <li key={`${problem.code} ${problem.pointer}`} data-severity={problem.severity}>
                <IconAlertTriangle size={16} aria-hidden="true" />
                <span>
                  <ProblemLink problem={problem} customerId={customer.id} />
                  {problem.severity === 'warning' && <Mark kind="warn">{words('warning')}</Mark>}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  )
}

function ProblemLink({ problem, customerId }: { problem: DocumentProblem; customerId: string }) {
  const word = useProblemWording()
  const place = placeOfProblem(problem.pointer, customerId)
  if (place.kind === 'none') return word(problem)
  if (place.kind === 'page') {
    return (
      <Anchor component={Link} to={place.href} inherit>
        {word(problem)}
      </Anchor>
    )
  }
  return (
    <Anchor component="button" type="button" inherit ta="start" onClick={() => goToPlace(place)}>
      {word(problem)}
    </Anchor>
  )
}
