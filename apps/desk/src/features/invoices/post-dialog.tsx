import { Anchor, Button, Group, Modal, Text } from '@mantine/core'
import type { InvoiceSummary } from '@timedesk/contracts/invoice'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { useFormWords } from '../../shared/forms/use-form-words.ts'
import { useProblemWording, type DocumentProblem } from '../../shared/invoicing/use-document-problem-words.ts'
import { paths } from '../../shared/paths.ts'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import './invoices.css'
import { useInvoiceListWords } from './use-invoice-list-words.ts'
import { usePostInvoices } from './use-post-invoices.ts'

type PostDialogProps = { drafts: readonly InvoiceSummary[]; onClose: () => void }
type Outcome = { id: string; number: string | null; problems: DocumentProblem[] }

/** Asks before drafts are posted, and tells then what each of them became. */
export function PostDialog({ drafts, onClose }: PostDialogProps) {
  const words = useInvoiceListWords()
  const formWords = useFormWords()
  const format = useFormat()
  const posting = usePostInvoices()
  const invoiceIds = drafts.map(({ id }) => id)
  if (posting.data !== undefined) return <Outcomes {...{ drafts, onClose }} outcomes={posting.data} />
  return (
    <Modal opened onClose={onClose} title={words('postTitle', { count: drafts.length })} closeOnClickOutside={false}>
      <ProblemNotice error={posting.error} />
      <Text size="sm">{words('postText')}</Text>
      <ul className="desk-post-list">
        {drafts.map(({ id, customer, payable }) => (
          <li key={id}>
            <span>{customer.name}</span> <span className="td-number">{format.money(payable)}</span>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {formWords('cancel')}
        </Button>
        <Button
          variant="default"
          disabled={posting.isPending}
          onClick={() => posting.mutate({ invoiceIds, send: true })}
        >
          {words('postAndSend')}
        </Button>
        <Button data-autofocus loading={posting.isPending} onClick={() => posting.mutate({ invoiceIds, send: false })}>
          {words('postNow')}
        </Button>
      </Group>
    </Modal>
  )
}

type OutcomesProps = PostDialogProps & { outcomes: readonly Outcome[] }

function Outcomes({ drafts, outcomes, onClose }: OutcomesProps) {
  const words = useInvoiceListWords()
  const word = useProblemWording()
  const nameOf = (id: string) => drafts.find((draft) => draft.id === id)?.customer.name ?? ''
  const posted = outcomes.filter(({ number }) => number !== null)
  const refused = outcomes.filter(({ number }) => number === null)
  return (
    <Modal opened onClose={onClose} title={words('resultTitle')} size="lg">
      <div role="status">
        <p>{words('postedCount', { count: posted.length })}</p>
        <ul className="desk-post-list">
          {posted.map(({ id, number }) => (
            <li key={id}>
              <Anchor component={Link} to={paths.invoice(id)}>
                {number}
              </Anchor>{' '}
              {nameOf(id)}
            </li>
          ))}
        </ul>
        {refused.length > 0 && <p className="desk-error">{words('refusedCount', { count: refused.length })}</p>}
        <ul className="desk-post-list" data-refused>
          {refused.map(({ id, problems }) => (
            <li key={id}>
              <Anchor component={Link} to={paths.invoice(id)}>
                {nameOf(id)}
              </Anchor>
              <ul>
                {problems.map((problem) => (
                  <li key={`${problem.code} ${problem.pointer}`}>{word(problem)}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </div>
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose}>{words('close')}</Button>
      </Group>
    </Modal>
  )
}
