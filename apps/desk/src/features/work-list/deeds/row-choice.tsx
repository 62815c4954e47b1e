import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ListedCase } from '@timedesk/contracts/work-list'
import { PriorityMark } from '@timedesk/ui/priority-mark'

import { SnoozeDialog } from '../../../shared/attention/snooze-dialog.tsx'
import { ChoiceDialog } from '../../../shared/choices/choice-dialog.tsx'
import { createWords } from '../../../shared/create-words.ts'
import { settingQueries } from '../../../shared/settings/setting-queries.ts'
import type { RowChoice } from '../row-deeds.ts'
import { deedDanish, deedEnglish } from './deed-texts.ts'
import { changeCase } from './quick-deeds.ts'

const useDeedWords = createWords('workListDeeds', { en: deedEnglish, da: deedDanish })
const NO_TYPE = 'none'

type RowChoiceProps = {
  deed: RowChoice
  row: ListedCase
  /** Tells how it went; what was refused is told by whoever asked. */
  onDo: (deed: Promise<void>) => void
  onClose: () => void
}

/** Asks for the value of a deed on the case that has the focus. */
export function RowChoiceDialog({ deed, ...props }: RowChoiceProps) {
  if (deed === 'priority') return <PriorityChoice {...props} />
  if (deed === 'type') return <TypeChoice {...props} />
  return <SnoozeDialog caseId={props.row.id} number={props.row.number} onClose={props.onClose} />
}

type DeedProps = Omit<RowChoiceProps, 'deed'>

function PriorityChoice({ row, onDo, onClose }: DeedProps) {
  const words = useDeedWords()
  const queryClient = useQueryClient()
  const { data = [] } = useQuery(settingQueries.priorities())
  const choices = data.filter(({ id, isActive }) => isActive || id === row.priority.id)
  return (
    <ChoiceDialog
      title={words('priority', { number: row.number })}
      choices={choices.map(({ id, name, level }) => ({
        ...{ id, label: name, isNow: id === row.priority.id },
        icon: <PriorityMark rank={level} label={name} />,
      }))}
      onChoose={(chosenId) => {
        const priority = choices.find(({ id }) => id === chosenId)
        if (priority !== undefined) onDo(changeCase(queryClient, row, { priority }))
        onClose()
      }}
      onClose={onClose}
    />
  )
}

function TypeChoice({ row, onDo, onClose }: DeedProps) {
  const words = useDeedWords()
  const queryClient = useQueryClient()
  const { data = [] } = useQuery(settingQueries.caseTypes())
  const types = data.filter(({ id, isActive }) => isActive || id === row.type?.id)
  const choices = [{ id: NO_TYPE, name: words('noType') }, ...types]
  return (
    <ChoiceDialog
      title={words('type', { number: row.number })}
      choices={choices.map(({ id, name }) => ({ id, label: name, isNow: id === (row.type?.id ?? NO_TYPE) }))}
      onChoose={(chosenId) => {
        const type = types.find(({ id }) => id === chosenId) ?? null
        onDo(changeCase(queryClient, row, { type: type && { id: type.id, name: type.name } }))
        onClose()
      }}
      onClose={onClose}
    />
  )
}
