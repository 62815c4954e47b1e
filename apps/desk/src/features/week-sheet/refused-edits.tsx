import { Alert, Button } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'

import { useCellName } from './use-cell-name.ts'
import { cellKey, type CellEdit, type CellSaving } from './use-cell-saving.ts'
import { useWeekWords } from './use-week-words.ts'

type RefusedEditsProps = {
  saving: Pick<CellSaving, 'refused' | 'forget'>
  /** Goes back to typing; left out where the cell is not on the screen. */
  onRetry: (edit: CellEdit) => (() => void) | undefined
}

/** What was typed and not saved, with the words why; nothing typed is lost by a refusal. */
export function RefusedEdits({ saving, onRetry }: RefusedEditsProps) {
  const words = useWeekWords()
  const nameOf = useCellName()
  if (saving.refused.length === 0) return null
  return (
    <Alert
      className="td-problem desk-week-refused"
      role="alert"
      icon={<IconAlertCircle size={20} stroke={1.6} />}
      title={words('notSaved')}
    >
      <ul>
        {saving.refused.map((edit) => {
          const retry = onRetry(edit)
          const { row, day } = edit.place
          return (
            <li key={cellKey({ row, day })}>
              <span>
                {words('notSavedLine', {
                  name: nameOf(edit.place),
                  text: edit.text,
                  because: edit.state === 'refused' ? edit.because : '',
                })}
              </span>
              <span className="desk-row-buttons">
                {retry !== undefined && (
                  <Button size="compact-xs" variant="default" onClick={retry}>
                    {words('tryAgain')}
                  </Button>
                )}
                <Button size="compact-xs" variant="subtle" color="gray" onClick={() => saving.forget(edit.place)}>
                  {words('dropIt')}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}
