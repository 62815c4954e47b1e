import { ActionIcon } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import type { CaseCover } from '@timedesk/contracts/cover'
import { useFormat } from '@timedesk/ui/format'
import { HoldKeys } from '@timedesk/ui/hold-keys'
import { LazyPart } from '@timedesk/ui/lazy-part'
import { lazy } from 'react'

import { isZero } from '../../shared/money.ts'
import { useMay } from '../../shared/session/use-me.ts'
import './case-cover.css'
import { coverQueries } from './cover-queries.ts'
import { RailCard, RailFact } from './rail-card.tsx'
import { useCaseCoverWords } from './use-case-cover-words.ts'
import type { CaseUpdate } from './use-update-case.ts'

const CoverChain = lazy(async () => ({ default: (await import('./cover-chain.tsx')).CoverChain }))
const HeldEntries = lazy(async () => ({ default: (await import('./held-entries.tsx')).HeldEntries }))
const ChangeCoverDialog = lazy(async () => ({ default: (await import('./change-cover-dialog.tsx')).ChangeCoverDialog }))

/** What pays for work on the case, in which order and with what left, and what its time came to. */
export function CaseCoverCard({ subject, update }: { subject: Case; update: CaseUpdate }) {
  const words = useCaseCoverWords()
  const mayRead = useMay()('agreement:read')
  const [isChanging, changing] = useDisclosure(false)
  const cover = useQuery({ ...coverQueries.ofCase(subject.id), enabled: mayRead })
  const isHeld = cover.data !== undefined && cover.data.heldAmount !== null
  return (
    <RailCard
      title={words('title')}
      name="agreement"
      action={
        subject.can.edit &&
        mayRead && (
          <ActionIcon variant="subtle" color="gray" aria-label={words('change')} onClick={changing.open}>
            <IconPencil size={16} stroke={1.6} />
          </ActionIcon>
        )
      }
    >
      {cover.isError && (
        <p className="desk-refusal" role="alert">
          {words('failed')}
        </p>
      )}
      <LazyPart>{cover.data !== undefined && <CoverChain cover={cover.data} />}</LazyPart>
      <TimeFacts subject={subject} cover={cover.data} />
      <LazyPart>{isHeld && <HeldEntries caseId={subject.id} />}</LazyPart>
      <LazyPart fallback={<HoldKeys />}>
        {isChanging && <ChangeCoverDialog subject={subject} update={update} onClose={changing.close} />}
      </LazyPart>
    </RailCard>
  )
}

function TimeFacts({ subject: { time }, cover }: { subject: Case; cover: CaseCover | undefined }) {
  const words = useCaseCoverWords()
  const format = useFormat()
  const { minutes, billableMinutes, amount, cost, revenue, profit } = time
  const held = cover?.heldAmount ?? null
  return (
    <dl className="desk-facts desk-cover-facts">
      <RailFact name={words('registered')}>{format.minutes(minutes)}</RailFact>
      <RailFact name={words('billable')}>{format.minutes(billableMinutes)}</RailFact>
      {cover !== undefined && cover.coveredMinutes > 0 && (
        <RailFact name={words('covered')}>{format.minutes(cover.coveredMinutes)}</RailFact>
      )}
      {amount !== null && <RailFact name={words('amount')}>{format.money(amount)}</RailFact>}
      {held !== null && !isZero(held) && <RailFact name={words('held')}>{format.money(held)}</RailFact>}
      {cost !== null && <RailFact name={words('cost')}>{format.money(cost)}</RailFact>}
      {revenue !== null && <RailFact name={words('revenue')}>{format.money(revenue)}</RailFact>}
      {profit !== null && (
        <RailFact name={words('profit')}>
          <strong data-negative={profit.amount.startsWith('-')} className="desk-cover-profit">
            {format.money(profit)}
          </strong>
        </RailFact>
      )}
    </dl>
  )
}
