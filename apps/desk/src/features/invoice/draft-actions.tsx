import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Invoice } from '@timedesk/contracts/invoice'
import { ConfirmButton } from '@timedesk/ui/confirm-button'
import { useFormat } from '@timedesk/ui/format'
import { useState } from 'react'
import { useNavigate } from 'react-router'

import { ConfirmDialog } from '../../shared/deeds/confirm-dialog.tsx'
import { useTell } from '../../shared/deeds/use-tell.ts'
import { invoicingSettingsQueries } from '../../shared/invoicing/invoicing-settings-queries.ts'
import { paths } from '../../shared/paths.ts'
import { useDeleteDraft, usePostDraft } from './use-edit-draft.ts'
import { useInvoiceWords } from './use-invoice-words.ts'

/** Posts a draft, or deletes it. */
export function DraftActions({ invoice }: { invoice: Invoice }) {
  const words = useInvoiceWords()
  const tell = useTell()
  const navigate = useNavigate()
  const deletion = useDeleteDraft(invoice)
  const posting = usePostDraft(invoice)
  const [isAsked, setIsAsked] = useState(false)
  const { can, problems } = invoice
  const isBlocked = problems.some(({ severity }) => severity === 'error')
  const post = () => {
    setIsAsked(false)
    posting.mutate(undefined, {
      onError: tell('').onError,
      onSuccess: ({ number }) => tell(words('posted', { number: number ?? '' })).onSuccess(),
    })
  }
  return (
    <>
      {can.remove && (
        <ConfirmButton
          isDangerous
          question={words('deleteQuestion')}
          consequence={words('deleteText')}
          confirmLabel={words('remove_draft')}
          loading={deletion.isPending}
          onConfirm={() =>
            deletion.mutate(
              undefined,
              tell(words('deleted'), () => void navigate(`${paths.invoices}?state=draft`)),
            )
          }
        >
          {words('remove_draft')}
        </ConfirmButton>
      )}
      {can.post && (
        <Button loading={posting.isPending} disabled={isBlocked} onClick={() => setIsAsked(true)}>
          {words('post')}
        </Button>
      )}
      {isAsked && <PostQuestion invoice={invoice} onConfirm={post} onClose={() => setIsAsked(false)} />}
    </>
  )
}

type PostQuestionProps = { invoice: Invoice; onConfirm: () => void; onClose: () => void }

/** Tells the number to come and the total before anything is posted for good. */
function PostQuestion({ invoice: { kind, customer, payable }, onConfirm, onClose }: PostQuestionProps) {
  const words = useInvoiceWords()
  const format = useFormat()
  const settings = useQuery(invoicingSettingsQueries.one())
  const isInvoice = kind === 'invoice'
  const number = isInvoice ? settings.data?.nextInvoiceNumber : settings.data?.nextCreditNoteNumber
  const total = format.money(payable)
  const consequence =
    number === undefined
      ? words(isInvoice ? 'postTextNoNumber' : 'postCreditNoNumber', { total })
      : words(isInvoice ? 'postText' : 'postCredit', { total, number })
  return (
    <ConfirmDialog
      question={words('postQuestion', { customer: customer.name })}
      consequence={consequence}
      confirmLabel={words('postNow')}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  )
}
