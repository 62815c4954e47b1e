import type { Case } from '@timedesk/contracts/cases'
import { useShortcuts, type Shortcut, type ShortcutChoices } from '@timedesk/ui/use-shortcuts'

import type { CaseDialog } from '../case-dialogs.tsx'
import type { Tone } from '../draft.ts'
import { showCard } from '../rail-card.tsx'
import type { CaseUpdate } from '../use-update-case.ts'
import { useAssigneeChoices } from './use-assignee-choices.ts'
import { useCaseChoices } from './use-case-choices.tsx'
import { useCaseKeyWords } from './use-case-key-words.ts'

export type CaseKeys = {
  subject: Case
  update: CaseUpdate
  isTimerHere: boolean
  onWrite: (tone: Tone) => void
  onMenu: (menu: 'status' | 'priority' | 'type') => void
  onMove: (statusId: string) => void
  onPriority: (priorityId: string) => void
  onDialog: (dialog: CaseDialog, chosenId?: string) => void
  onSubject: () => void
  onTimer: () => void
}

/** The deeds on a case, by key and by name. One that is not possible now is off, and says why. */
export function useCaseKeys(deeds: CaseKeys): void {
  const { subject, onMenu, onDialog, onSubject } = deeds
  const words = useCaseKeyWords()
  const reasons = useReasons(subject)
  const assignees = useAssigneeChoices(subject)
  const choices = useCaseChoices({ ...deeds, onMacro: (macroId) => onDialog('macro', macroId) })
  const group = words('group')
  const { can } = subject
  const changes = (id: string, keys: string, label: string, run: () => void, more: More = {}): Shortcut => ({
    ...{ id, keys, label, group, run, when: can.edit, reason: reasons.edit },
    ...more,
  })

  useShortcuts([
    ...useMessageKeys(deeds, reasons),
    {
      ...{ id: 'case.assign', keys: 'a', label: words('assign'), words: words('assignWords'), group },
      ...{ when: can.dispatch, reason: reasons.ended, choices: assignees, run: () => onDialog('dispatch') },
    },
    changes('case.status', 's', words('status'), () => onMenu('status'), {
      ...{ words: words('statusWords'), choices: choices.status, when: can.moveTo.length > 0 },
      reason: can.edit ? words('noMoves') : reasons.edit,
    }),
    changes('case.priority', 'p', words('priority'), () => onMenu('priority'), { choices: choices.priority }),
    changes('case.type', 't', words('type'), () => onMenu('type'), { choices: choices.type }),
    changes('case.tags', 'l', words('tags'), () => onDialog('details')),
    changes('case.tag', '', words('tag'), () => onDialog('details'), {
      words: words('tagWords'),
      choices: choices.tag,
    }),
    changes('case.macro', 'm', words('macro'), () => onDialog('macro'), { choices: choices.macro }),
    changes('case.subject', '', words('subject'), onSubject),
    changes('case.agreement', '', words('agreement'), () => onDialog('agreement'), { words: words('agreementWords') }),
    {
      ...{ id: 'case.clocks', keys: 'd', label: words('clocks'), words: words('clockWords'), group },
      run: () => onDialog('clocks'),
    },
    { id: 'case.checklist', keys: 'x', label: words('checklist'), group, run: () => showCard('checklist') },
  ])
}

type More = { when?: boolean; reason?: string | undefined; words?: string; choices?: ShortcutChoices }

/** Writing, and time. */
function useMessageKeys({ subject, isTimerHere, onWrite, onDialog, onTimer }: CaseKeys, reasons: Reasons): Shortcut[] {
  const words = useCaseKeyWords()
  const group = words('group')
  const { can } = subject
  return [
    {
      ...{ id: 'case.reply', keys: 'r', label: words('reply'), group },
      ...{ when: can.reply, reason: reasons.ended, run: () => onWrite('reply') },
    },
    {
      ...{ id: 'case.note', keys: 'n', label: words('note'), group },
      ...{ when: can.note, reason: reasons.edit, run: () => onWrite('note') },
    },
    {
      ...{ id: 'case.time', keys: 'e', label: words('time'), group },
      ...{ when: can.registerTime, reason: reasons.edit, run: () => onDialog('time') },
    },
    {
      ...{ id: 'case.timer', keys: 'g', label: words('timer'), group, run: onTimer },
      when: can.registerTime && !isTimerHere,
      reason: isTimerHere ? words('running') : reasons.edit,
    },
  ]
}

type Reasons = { edit: string; ended: string }

/** Why a deed is not possible: the case goes on elsewhere, has ended, or the role may not. */
function useReasons({ mergedInto, can }: Case): Reasons {
  const words = useCaseKeyWords()
  const edit = mergedInto === null ? words('notAllowed') : words('merged', { number: mergedInto.number })
  return { edit, ended: can.edit ? words('closed') : edit }
}
