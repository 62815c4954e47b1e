import { departmentId, employeeId } from '../staff.ts'
import type { Present } from '../present.ts'
import type { DemoView, DemoWorkspace } from './workspace-shape.ts'

const views: DemoView[] = [
  {
    byId: employeeId('mette'),
    view: { name: 'Nordlys', scope: 'private', query: 'customer:"Nordlys Energi" is:active', icon: 'star' },
  },
  {
    byId: employeeId('mette'),
    view: { name: 'Promised for this week', scope: 'private', query: 'is:mine due:<7d', icon: 'clock', sort: 'due' },
  },
  {
    byId: employeeId('jonas'),
    view: {
      ...{ name: 'Waiting for suppliers', scope: 'department', departmentId: departmentId('support'), icon: 'flag' },
      ...{ query: 'status:waiting_third_party', sort: 'lastActivityAt', group: 'customer' },
    },
  },
  {
    byId: employeeId('jonas'),
    view: {
      ...{ name: 'Urgent by department', scope: 'everyone', icon: 'flag' },
      ...{ query: 'is:active priority:Critical,High', sort: 'priority', group: 'department' },
    },
  },
]

/** What the staff does around the dialogue on the day that the company is looked at. */
export function workspaceAt(present: Present): DemoWorkspace {
  const { time } = present
  return {
    views,
    moments: {
      viewsSaved: present.officeAgo(300),
      quietSince: present.officeAgo(60),
      suppliersAsked: present.officeAgo(50),
      reportedAgain: present.officeAgo(30),
      tidiedUp: present.officeAgo(20),
      supplierAnswered: present.officeAgo(15),
      comesBack: new Date(time.instantAt(time.nextDay(time.now + 1))),
    },
    followerId: employeeId('mette'),
    leadId: employeeId('jonas'),
    postmasterId: employeeId('admin'),
    again: {
      before: 'Once more: ',
      description:
        'My colleague has reported this already, I think, but I have just run into it as well. Is there anything I can do in the meantime?',
    },
    suppliers: [
      {
        to: { address: 'drift@nordhost.example', name: 'Nordhost, operations' },
        subject: 'Node 14 in rack B',
        question:
          'Hello Nordhost,\n\nsince this morning we see packet loss from node 14 in rack B, about 3 % to the outside. Can you see anything on your side, and when can it be looked at?\n\nMette Holm, Fjordbyte',
        answer:
          'Hello Mette,\n\na transceiver on our switch is failing. We replace it tonight at 22:00; expect two minutes without network.\n\nBest regards\nTom Riis, Nordhost\n\nOn the phone: +45 70 00 00 00',
      },
      {
        to: { address: 'integration@bankdata.example', name: 'Bankdata' },
        subject: 'Format of the account statements',
        question:
          'Hej Bankdata,\n\nhar I ændret formatet af camt.053-filerne i denne uge? Feltet AcctSvcrRef mangler i de filer, vores kunde henter.\n\nJonas Lindqvist, Fjordbyte',
        answer: null,
      },
    ],
    sharedDraft:
      'I have found the cause and have a mended version ready for you.\n\nBefore I roll it out: does Thursday after 16:00 suit you?',
    ownDraft: 'Ask Laura whether the ledger team has seen this before: the pattern looks like last month’s.',
    scheduledReply:
      'As promised, I come back to you today: has it stayed quiet since our last change?\n\nIf it has, I close the case with your consent.',
    asked: 'Have you seen this at other customers? I think there is one cause behind both.',
  }
}
