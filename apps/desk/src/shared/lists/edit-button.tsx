import { Button } from '@mantine/core'

import { useFormWords } from '../forms/use-form-words.ts'

/** Edits the thing of a row; `label` names which. */
export function EditButton({ label, onClick }: { label: string; onClick: () => void }) {
  const words = useFormWords()
  return (
    <Button size="compact-xs" variant="default" aria-label={label} onClick={onClick}>
      {words('edit')}
    </Button>
  )
}
