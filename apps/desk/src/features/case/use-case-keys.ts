import type { Case } from '@timedesk/contracts/cases'
import { useShortcuts } from '@timedesk/ui/use-shortcuts'
import { useNavigate } from 'react-router'

import { paths } from '../../shared/paths.ts'
import type { CaseDialog } from './case-dialogs.tsx'
import type { Tone } from './draft.ts'
import type { useListPlace } from './list-place.ts'
import { useCasePageWords } from './use-case-page-words.ts'

type CaseKeys = {
  subject: Case
  place: ReturnType<typeof useListPlace>
  onWrite: (tone: Tone) => void
  onMenu: (menu: 'status' | 'priority' | 'type') => void
  onDialog: (dialog: CaseDialog) => void
  onTimer: () => void
}

/** The keys of the case page. A key whose deed is not possible now is off, and stays in the sheet. */
export function useCaseKeys({ subject, place, onWrite, onMenu, onDialog, onTimer }: CaseKeys): void {
  const words = useCasePageWords()
  const navigate = useNavigate()
  const { can } = subject
  const group = words('groupKeys')
  const go = (number: number | undefined) => {
    if (number !== undefined) void navigate(paths.case(number), { state: place.state })
  }
  useShortcuts([
    { keys: 'r', label: words('keyReply'), group, when: can.reply, run: () => onWrite('reply') },
    { keys: 'n', label: words('keyNote'), group, when: can.note, run: () => onWrite('note') },
    { keys: 'a', label: words('keyAssign'), group, when: can.dispatch, run: () => onDialog('dispatch') },
    { keys: 's', label: words('keyStatus'), group, when: can.edit, run: () => onMenu('status') },
    { keys: 'p', label: words('keyPriority'), group, when: can.edit, run: () => onMenu('priority') },
    { keys: 't', label: words('keyType'), group, when: can.edit, run: () => onMenu('type') },
    { keys: 'l', label: words('keyTags'), group, when: can.edit, run: () => onDialog('details') },
    { keys: 'e', label: words('keyTime'), group, when: can.registerTime, run: () => onDialog('time') },
    { keys: 'd', label: words('keyClocks'), group, run: () => onDialog('clocks') },
    { keys: 'm', label: words('keyMacro'), group, when: can.edit, run: () => onDialog('macro') },
    { keys: 'g', label: words('keyTimer'), group, when: can.registerTime, run: onTimer },
    {
      keys: '[',
      label: words('keyPrevious'),
      group,
      when: place.previous !== undefined,
      run: () => go(place.previous),
    },
    { keys: ']', label: words('keyNext'), group, when: place.next !== undefined, run: () => go(place.next) },
    {
      keys: '.',
      label: words('keyCopy'),
      group,
      run: () => void navigator.clipboard.writeText(`#${subject.number}`),
    },
  ])
}
