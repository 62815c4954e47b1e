import { Text } from '@mantine/core'
import { useState } from 'react'

import { FormDialog } from '../../../shared/forms/form-dialog.tsx'
import { ChoiceCards } from '../../../shared/terms/choice-cards.tsx'
import { useClockWords } from './use-clock-words.ts'

type KeepsDueDialogProps = { onChoose: (keepsDue: boolean) => void; onClose: () => void }

/** Asks, before a priority is changed, whether what is promised follows it (R77). */
export function KeepsDueDialog({ onChoose, onClose }: KeepsDueDialogProps) {
  const words = useClockWords()
  const [chosen, setChosen] = useState<'anew' | 'keep'>('anew')
  return (
    <FormDialog
      title={words('keepTitle')}
      state={{ error: null, isPending: false }}
      names={[]}
      submitLabel={words('change')}
      onSubmit={() => onChoose(chosen === 'keep')}
      onClose={onClose}
    >
      <Text size="sm">{words('keepText')}</Text>
      <ChoiceCards
        label={words('due')}
        value={chosen}
        choices={[
          { value: 'anew', label: words('keepAnew'), text: words('keepAnewText') },
          { value: 'keep', label: words('keepDue'), text: words('keepDueText') },
        ]}
        onChange={setChosen}
      />
    </FormDialog>
  )
}
