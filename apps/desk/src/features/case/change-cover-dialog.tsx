import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Case } from '@timedesk/contracts/cases'
import { useState } from 'react'

import { useCoverWords } from '../../shared/cover/use-cover-words.ts'
import { ProblemNotice } from '../../shared/problems/problem-notice.tsx'
import { ChoiceCards } from '../../shared/terms/choice-cards.tsx'
import type { CaseChanges } from './changes.ts'
import { coverChoices } from './cover-choices.ts'
import { useCaseCoverWords } from './use-case-cover-words.ts'
import type { CaseUpdate } from './use-update-case.ts'

const AUTOMATIC = 'automatic'
const OUTSIDE = 'outside'

type ChangeCoverDialogProps = { subject: Case; update: CaseUpdate; onClose: () => void }

/** Chooses what pays for a case: whichever agreements fit, one of them alone, or none. */
export function ChangeCoverDialog({ subject, update, onClose }: ChangeCoverDialogProps) {
  const words = useCaseCoverWords()
  const coverWords = useCoverWords()
  const [read] = useState(subject)
  const present = read.isOutsideContract ? OUTSIDE : (read.agreement?.id ?? AUTOMATIC)
  const [chosen, setChosen] = useState<string>(present)
  const { data: agreements = [] } = useQuery(coverChoices(subject.customer.id))
  const choices = [
    { value: AUTOMATIC, label: words('automatic'), text: words('automaticText') },
    ...agreements.map(({ id, number, heading, settlement }) => ({
      value: id,
      label: `#${number} ${heading}`,
      text: words('onlyText', { settlement: coverWords(`settlement_${settlement}`) }),
    })),
    { value: OUTSIDE, label: words('outsideChoice'), text: words('outsideText') },
  ]

  const save = () => {
    const label = choices.find(({ value }) => value === chosen)?.label ?? ''
    update.update(changesOf(chosen, present), label, onClose, read)
  }

  return (
    <Modal opened onClose={onClose} title={words('dialogTitle', { number: subject.number })}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Stack gap="sm">
          <ProblemNotice error={update.error} />
          <ChoiceCards label={words('choice')} value={chosen} choices={choices} onChange={setChosen} />
          <Text size="sm" c="var(--td-ink-quiet)">
            {words('dialogText')}
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words('cancel')}
            </Button>
            <Button type="submit" disabled={chosen === present} loading={update.isPending}>
              {words('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function changesOf(chosen: string, present: string): CaseChanges {
  const agreementId = chosen === AUTOMATIC || chosen === OUTSIDE ? null : chosen
  const wasOutside = present === OUTSIDE
  const isOutside = chosen === OUTSIDE
  const hadAgreement = present !== AUTOMATIC && present !== OUTSIDE
  return {
    ...((agreementId !== null || hadAgreement) && { agreementId }),
    ...(wasOutside !== isOutside && { isOutsideContract: isOutside }),
  }
}
