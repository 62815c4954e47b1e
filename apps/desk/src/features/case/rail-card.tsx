import type { ReactNode } from 'react'

import './case-rail.css'

type RailCardProps = {
  title: string
  /** Its name on the page, by which keys and links find it. */
  name?: CardName
  action?: ReactNode
  children: ReactNode
}

export type CardName = 'agreement' | 'checklist' | 'files' | 'links' | 'people' | 'sides'

/** A part of what stands beside the case. */
export function RailCard({ title, name, action, children }: RailCardProps) {
  return (
    <section className="desk-rail-card" aria-label={title} data-card={name} tabIndex={-1}>
      <div className="desk-rail-head">
        <h2>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  )
}

/** About two seconds, for the cards that come once the page stands. */
const FRAMES_UNTIL_THERE_MAX = 120

/** Brings a card into view and the focus to its first field, else to its first control, else to itself. */
export function showCard(name: CardName, framesLeft = FRAMES_UNTIL_THERE_MAX): void {
  const card = document.querySelector<HTMLElement>(`[data-card="${name}"]`)
  if (card === null) {
    if (framesLeft > 0) requestAnimationFrame(() => showCard(name, framesLeft - 1))
    return
  }
  card.scrollIntoView({ block: 'center' })
  const field = card.querySelector<HTMLElement>('input:not([type="hidden"]), textarea')
  const control = card.querySelector<HTMLElement>('button, a[href]')
  const target = field ?? control ?? card
  target.focus({ preventScroll: true })
}

/** A name and its value; only inside `desk-facts`. */
export function RailFact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="td-number">{children}</dd>
    </div>
  )
}
