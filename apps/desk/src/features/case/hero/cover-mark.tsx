import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconCoin } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { CaseBadge } from '@timedesk/contracts/case-badges'
import type { Case } from '@timedesk/contracts/cases'
import type { CaseCover } from '@timedesk/contracts/cover'

import { Balance } from '../../../shared/cover/balance.tsx'
import { useMay, useMe } from '../../../shared/session/use-me.ts'
import { besideQueries } from '../beside-queries.ts'
import { coverQueries } from '../cover-queries.ts'
import { showCard } from '../rail-card.tsx'
import { useHeroWords } from './use-hero-words.ts'

const FACES = {
  covered: { Icon: IconCircleCheck, word: 'covered' },
  low: { Icon: IconCircleDashed, word: 'low' },
  outside: { Icon: IconCoin, word: 'outside' },
  none: { Icon: IconCoin, word: 'noAgreement' },
} as const

/** Whether work on the case is paid for beforehand, by what, and how much of that is left; a press leads to the whole. */
export function CoverMark({ subject }: { subject: Case }) {
  const words = useHeroWords()
  const mayRead = useMay()('agreement:read')
  const { data: badge } = useQuery({ ...besideQueries.badge(subject.id), enabled: mayRead })
  const { data: cover } = useQuery({ ...coverQueries.ofCase(subject.id), enabled: mayRead })
  if (!mayRead || badge === undefined) return null
  const verdict: NonNullable<CaseBadge['cover']> | 'none' = badge?.cover ?? 'none'
  const { Icon, word } = FACES[verdict]
  const paying = payingOf(cover)
  return (
    <UnstyledButton className="desk-hero-fact td-focus" data-cover={verdict} onClick={() => showCard('agreement')}>
      <Icon size={15} stroke={1.8} aria-hidden="true" />
      <VisuallyHidden>{words('toAgreement')} </VisuallyHidden>
      {words(word)}
      {paying !== undefined && <span className="desk-hero-agreement">{paying.name}</span>}
      {paying?.pool !== undefined && cover !== undefined && <PoolLeft pool={paying.pool} cover={cover} />}
    </UnstyledButton>
  )
}

type Pool = CaseCover['asked'][number]['pools'][number]

function PoolLeft({ pool, cover }: { pool: Pool; cover: CaseCover }) {
  const words = useHeroWords()
  const { company } = useMe()
  const { unit, granted, available } = pool
  return (
    <Balance
      label={words('leftOf', { name: pool.name })}
      {...{ unit, granted, available, currency: cover.amount?.currency ?? company.currency }}
    />
  )
}

/**
 * The agreement that is asked first with something left to pay with, else the first that is asked at all, and what all of
 * its pools of one unit hold together.
 */
function payingOf(cover: CaseCover | undefined): { name: string; pool: Pool | undefined } | undefined {
  const asked = cover?.asked ?? []
  const found = asked.find(({ pools }) => pools.some(hasLeft)) ?? asked[0]
  const first = found?.pools.find(hasLeft) ?? found?.pools[0]
  if (found === undefined) return undefined
  const alike = found.pools.filter(({ unit }) => unit === first?.unit)
  return {
    name: found.agreement.name,
    pool: first && { ...first, granted: sumOf(alike, 'granted'), available: sumOf(alike, 'available') },
  }
}

function sumOf(pools: readonly Pool[], what: 'granted' | 'available'): number {
  return pools.reduce((sum, pool) => sum + pool[what], 0)
}

function hasLeft({ available, unit }: Pool): boolean {
  return available > 0 || unit === 'unlimited'
}
