import { Checkbox, Select, Text } from '@mantine/core'
import { CreditDisposition } from '@timedesk/contracts/invoice'
import { useFormat } from '@timedesk/ui/format'

import { AmountInput } from '../../shared/forms/amount-input.tsx'
import { choiceOf, type CreditDraft, type CreditPart, type PartChoice } from './credit-draft.ts'
import './invoice.css'
import { useInvoiceWords } from './use-invoice-words.ts'

type CreditPartListProps = {
  draft: CreditDraft
  parts: readonly CreditPart[]
  currency: string
  onChange: (draft: CreditDraft) => void
}

/** The sources and lines of an invoice, to be chosen with what becomes of each. */
export function CreditPartList({ draft, parts, currency, onChange }: CreditPartListProps) {
  const words = useInvoiceWords()
  return (
    <div>
      <ul className="desk-credit-parts">
        {parts.map((part) => (
          <PartRow
            key={part.id}
            {...{ part, currency }}
            choice={choiceOf(draft, part)}
            onChange={(choice) => onChange({ ...draft, parts: { ...draft.parts, [part.id]: choice } })}
          />
        ))}
      </ul>
      <Text size="xs" c="var(--td-ink-quiet)">
        {words('creditPartHint')}
      </Text>
    </div>
  )
}

type PartRowProps = {
  part: CreditPart
  currency: string
  choice: PartChoice
  onChange: (choice: PartChoice) => void
}

function PartRow({ part, currency, choice, onChange }: PartRowProps) {
  const words = useInvoiceWords()
  const format = useFormat()
  const name = part.text
  return (
    <li>
      <Checkbox
        label={`${name} · ${format.money({ amount: part.left, currency })}`}
        checked={choice.isChosen}
        onChange={(event) => onChange({ ...choice, isChosen: event.currentTarget.checked })}
      />
      {choice.isChosen && (
        <div className="desk-credit-choice">
          {part.kind === 'source' && (
            <Select
              size="xs"
              aria-label={words('dispositionOf', { name })}
              allowDeselect={false}
              data={part.dispositions.map((option) => ({ value: option, label: words(`become_${option}`) }))}
              value={choice.disposition}
              onChange={(chosen) => {
                const disposition = CreditDisposition.options.find((option) => option === chosen)
                if (disposition === undefined) return
                // A part can only be written off, so that anything else takes all that is left.
                onChange({ ...choice, disposition, ...(disposition !== 'write_off' && { amount: part.left }) })
              }}
            />
          )}
          {(part.kind === 'line' || choice.disposition === 'write_off') && (
            <AmountInput
              size="xs"
              aria-label={words('creditAmountOf', { name })}
              currency={currency}
              value={choice.amount}
              onChange={(event) => onChange({ ...choice, amount: event.currentTarget.value })}
            />
          )}
        </div>
      )}
    </li>
  )
}
