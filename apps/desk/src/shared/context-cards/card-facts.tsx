import { ActionIcon, CopyButton, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { CardComponent } from '@timedesk/contracts/context-card-components'

import { CardBadge } from './card-marks.tsx'
import { useCardWords } from './use-card-words.ts'

/** A label and its value, with a button that copies it or without. */
export type FactComponent = Extract<CardComponent, { kind: 'row' | 'copy' }>

export function CardFacts({ facts }: { facts: readonly FactComponent[] }) {
  return (
    <dl className="desk-facts">
      {facts.map((fact, at) => (
        <div key={at}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.kind === 'copy' ? <CopiedValue label={fact.label} value={fact.value} /> : <Value fact={fact} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ fact: { value, color } }: { fact: Extract<FactComponent, { kind: 'row' }> }) {
  return color === undefined ? value : <CardBadge color={color}>{value}</CardBadge>
}

function CopiedValue({ label, value }: { label: string; value: string }) {
  const words = useCardWords()
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <span className="desk-card-copy">
          <span>{value}</span>
          <ActionIcon size="sm" variant="subtle" color="gray" aria-label={words('copy', { label })} onClick={copy}>
            {copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
          </ActionIcon>
          <VisuallyHidden role="status">{copied ? words('copied') : ''}</VisuallyHidden>
        </span>
      )}
    </CopyButton>
  )
}
