import { IconClock, IconRepeat, IconTicket } from '@tabler/icons-react'
import { Settlement } from '@timedesk/contracts/agreements'

import { useCoverWords } from '../cover/use-cover-words.ts'
import { ChoiceCards } from './choice-cards.tsx'
import { useTermsWords } from './use-terms-words.ts'

const ICONS = {
  time_spent: <IconClock size={16} stroke={1.7} aria-hidden="true" />,
  voucher: <IconTicket size={16} stroke={1.7} aria-hidden="true" />,
  subscription: <IconRepeat size={16} stroke={1.7} aria-hidden="true" />,
}

type SettlementCardsProps = {
  value: Settlement
  onChange: (value: Settlement) => void
  /** Says that it cannot be changed later. */
  isFinal?: boolean
}

/** The three ways in which an agreement is paid, in plain words. */
export function SettlementCards({ value, onChange, isFinal = false }: SettlementCardsProps) {
  const words = useTermsWords()
  const coverWords = useCoverWords()
  return (
    <ChoiceCards
      label={words('settlement')}
      {...(isFinal && { description: words('settlementText') })}
      value={value}
      onChange={onChange}
      choices={Settlement.options.map((settlement) => ({
        value: settlement,
        label: coverWords(`settlement_${settlement}`),
        text: words(`settlementText_${settlement}`),
        icon: ICONS[settlement],
      }))}
    />
  )
}
