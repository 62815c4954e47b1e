import {
  IconBan,
  IconCircleCheck,
  IconCircleDot,
  IconCircleDotted,
  IconHourglassHigh,
  IconLock,
  IconPlugConnected,
  type IconProps,
} from '@tabler/icons-react'
import type { StatusCategory, StatusColor } from '@timedesk/contracts/case-status'
import type { ComponentType } from 'react'

import './marks.css'
import { useWords, type UiKey } from './use-words.ts'

const LOOKS: Record<StatusCategory, { words: UiKey; Icon: ComponentType<IconProps> }> = {
  new: { words: 'statusNew', Icon: IconCircleDotted },
  open: { words: 'statusOpen', Icon: IconCircleDot },
  waiting_customer: { words: 'statusWaitingCustomer', Icon: IconHourglassHigh },
  waiting_third_party: { words: 'statusWaitingThirdParty', Icon: IconPlugConnected },
  solved: { words: 'statusSolved', Icon: IconCircleCheck },
  closed: { words: 'statusClosed', Icon: IconLock },
  cancelled: { words: 'statusCancelled', Icon: IconBan },
}

/** The names that every installation begins with. They are shown in the reader's language; a company's own are not. */
const STANDARD_NAMES: Record<StatusCategory, string> = {
  new: 'New',
  open: 'Open',
  waiting_customer: 'Waiting for customer',
  waiting_third_party: 'Waiting for third party',
  solved: 'Solved',
  closed: 'Closed',
  cancelled: 'Cancelled',
}

type StatusPillProps = {
  category: StatusCategory
  /** The name of the status; the category's own word unless told. */
  label?: string | undefined
  /** The colour that the company gave the status; the category's own unless told. */
  color?: StatusColor | undefined
}

/** A status as colour, icon and word; the colour never stands alone. */
export function StatusPill({ category, label, color }: StatusPillProps) {
  const nameOf = useStatusName()
  const { Icon } = LOOKS[category]
  return (
    <span className="td-pill" data-category={category} data-color={color}>
      <Icon size={14} stroke={2} aria-hidden="true" />
      <span className="td-pill-label">{nameOf({ category, name: label ?? '' })}</span>
    </span>
  )
}

/** What a status is called: a standard name in the reader's language, the category's word for none. */
export function useStatusName(): (status: { category: StatusCategory; name: string }) => string {
  const words = useWords()
  return ({ category, name }) =>
    name === '' || name === STANDARD_NAMES[category] ? words(LOOKS[category].words) : name
}
