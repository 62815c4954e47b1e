import type { DemoMacro } from '../desk-shape.ts'
import { fieldId } from '../fields/custom-fields.ts'
import { idOf } from '../make-id.ts'
import { priorityId } from '../settings.ts'
import { departmentId, employeeId } from '../staff.ts'
import { statusId } from '../workflow/statuses.ts'

const shared = { scope: 'everyone', ownerId: null, departmentId: null } as const
const rows: Omit<DemoMacro, 'id' | 'position'>[] = [
  {
    ...shared,
    name: 'Ask for the version and wait',
    message: 'reply',
    texts: {
      en: 'Dear {{contact.firstName}},\n\nwhich version do you use? You see it under *Help → About*.\n\nKind regards\n{{agent.firstName}}',
      da: 'Kære {{contact.firstName}}\n\nHvilken version bruger I? Du ser den under *Hjælp → Om*.\n\nVenlig hilsen\n{{agent.firstName}}',
    },
    changes: [{ kind: 'status', statusId: statusId('waiting_customer') }],
  },
  {
    ...shared,
    name: 'To second line with a note',
    message: 'note',
    texts: {
      en: 'First line has tried the usual: signed out, another browser, another computer.',
      da: 'First line har prøvet det sædvanlige: logget ud, en anden browser, en anden computer.',
    },
    changes: [
      { kind: 'assignment', departmentId: departmentId('secondLine'), responsibleId: null },
      { kind: 'estimate', minutes: 60 },
    ],
  },
  {
    ...shared,
    name: 'Security: look at it at once',
    message: 'note',
    texts: { en: 'Astrid, please look at {{case.link}}.', da: 'Astrid, se venligst på {{case.link}}.' },
    changes: [
      { kind: 'priority', priorityId: priorityId('High') },
      { kind: 'field', fieldId: fieldId('security_relevant'), value: true },
    ],
  },
  {
    ...shared,
    name: 'Solved by a restart',
    scope: 'department',
    departmentId: departmentId('hosting'),
    message: 'reply',
    texts: {
      en: 'Dear {{contact.firstName}},\n\nwe have restarted the service and watch it for the rest of the day.',
      da: 'Kære {{contact.firstName}}\n\nVi har genstartet tjenesten og holder øje med den resten af dagen.',
    },
    changes: [
      { kind: 'tags', add: ['restart'], remove: [] },
      { kind: 'status', statusId: statusId('solved'), resolution: 'The service was restarted.' },
    ],
  },
  {
    ...shared,
    name: 'My own: call back tomorrow',
    scope: 'private',
    ownerId: employeeId('mette'),
    message: 'none',
    texts: { en: '', da: '' },
    changes: [{ kind: 'tags', add: ['call-back'], remove: [] }],
  },
]

export const macros: DemoMacro[] = rows.map((row, index) => ({
  ...row,
  id: idOf(`macro ${row.name}`),
  position: index + 1,
}))
