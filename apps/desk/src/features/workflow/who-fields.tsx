import { Checkbox, Radio, Stack, Switch } from '@mantine/core'
import { StaffRole } from '@timedesk/contracts/access'
import type { TransitionParty } from '@timedesk/contracts/workflow-definition'
import { useState } from 'react'

import { useWorkflowWords } from './use-workflow-words.ts'
import { partiesOf, whoOf, type Who } from './who-of.ts'

const STAFF = ['anyone', 'some', 'nobody'] as const
const PARTIES = [...StaffRole.options, 'responsible'] as const

type WhoFieldsProps = { who: readonly TransitionParty[]; onChange: (who: TransitionParty[]) => void }

/** Who may make a move: which of the staff, and whether the customer may too. Somebody always may. */
export function WhoFields({ who, onChange }: WhoFieldsProps) {
  const words = useWorkflowWords()
  // “Some” without anybody chosen yet is not to be seen in what the API takes.
  const [isChoosing, setIsChoosing] = useState(false)
  const read = whoOf(who)
  const now: Who = isChoosing && read.staff !== 'some' ? { ...read, staff: 'some', parties: [] } : read
  const chooseStaff = (name: string) => {
    const staff = STAFF.find((candidate) => candidate === name)
    if (staff === undefined) return
    setIsChoosing(staff === 'some')
    if (staff === 'some') return
    onChange(partiesOf({ ...now, staff, parties: [], contact: staff === 'nobody' || now.contact }))
  }
  const choosePeople = (chosen: readonly string[]) => {
    const parties = PARTIES.filter((party) => chosen.includes(party))
    setIsChoosing(true)
    onChange(
      parties.length === 0 ? partiesOf({ ...now, staff: 'anyone' }) : partiesOf({ ...now, staff: 'some', parties }),
    )
  }

  return (
    <Stack gap="xs">
      <Radio.Group label={words('whoTitle')} value={now.staff} onChange={chooseStaff}>
        <div className="desk-workflow-checks">
          {STAFF.map((staff) => (
            <Radio key={staff} size="xs" value={staff} label={words(`who_${staff}`)} />
          ))}
        </div>
      </Radio.Group>
      {now.staff === 'some' && (
        <Checkbox.Group aria-label={words('whoSome')} value={now.parties} onChange={choosePeople}>
          <div className="desk-workflow-checks" data-inner>
            {PARTIES.map((party) => (
              <Checkbox key={party} size="xs" value={party} label={words(`party_${party}`)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <Switch
        size="xs"
        label={words('whoContact')}
        description={words('whoContactHint')}
        checked={now.contact}
        disabled={now.staff === 'nobody'}
        onChange={(event) => onChange(partiesOf({ ...now, contact: event.currentTarget.checked }))}
      />
    </Stack>
  )
}
