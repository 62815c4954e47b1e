import {
  answers,
  asks,
  cancels,
  code,
  confirms,
  hands,
  notes,
  raisesTo,
  solves,
  solvesQuietly,
  spent,
  tells,
} from './steps.ts'
import type { Scenario } from './steps.ts'

/** The planning product, in English. */
export const planrScenarios: Scenario[] = [
  {
    key: 'planr-double-booking',
    language: 'en',
    type: 'errorPlanr',
    product: 'Planr',
    tags: ['calendar'],
    slots: { resource: ['Crane 2', 'Van 7', 'Meeting room East', 'Press line B', 'Dock 4'] },
    subject: '{resource} is booked twice in week {week}',
    opening: [
      'Planr let two of us book {resource} for the same morning in week {week}. I thought that was what we bought Planr for :-)',
      'How it happened, as far as we can tell:\n\n1. {colleague} moved a booking by dragging it\n2. At the same time I made a new one\n3. Both got a green tick, no warning',
    ],
    screenshot: {
      title: 'Planr - Week {week}',
      error: 'Conflict: {resource} has 2 bookings',
      rows: ['MON 08-12  {resource}', 'MON 09-11  {resource}', 'TUE        FREE', 'WED 13-16  {resource}'],
    },
    steps: [
      asks(
        'That should not be possible. Do you remember about when it was, and did either of you have a poor connection, in the yard for instance?',
        spent(10, 'remote', 'Analysis of double booking'),
      ),
      answers(
        '{colleague} was on the tablet outside, so yes, poor network. It must have been around {clock} yesterday.',
      ),
      hands('webTeam', 'Looks like the offline queue skips the conflict check.'),
      notes(
        'Confirmed. Bookings made offline are replayed with `force=true`, which was meant for the importer only. Fix and test are in review.',
        spent(80, 'correction', ''),
      ),
      solves(
        'Found and corrected: a booking made on a tablet without network was sent afterwards *without* the check for conflicts. From tonight’s release it is checked like any other, and {colleague} gets a message if the resource was taken meanwhile.',
        spent(15, 'correction', ''),
      ),
      confirms(),
    ],
  },
  {
    key: 'planr-calendar-sync',
    language: 'en',
    type: 'errorPlanr',
    product: 'Planr',
    tags: ['calendar', 'integration'],
    slots: { hours: ['one hour', 'two hours'] },
    subject: 'Appointments are {hours} off in Outlook',
    opening:
      'All my appointments from Planr show up {hours} too early in Outlook. In Planr itself they are right. {colleague} does not have the problem, and we sit next to one another.',
    steps: [
      asks(
        'Would you look in Planr under *My profile → Time zone* and tell me what it says there?',
        spent(5, 'remote', 'Advice on calendar synchronisation'),
      ),
      answers('It says “UTC”. I have never touched that.'),
      solves(
        'There we have it: your user was made without a time zone and got UTC. I have set it to Europe/Copenhagen. Outlook fetches the calendar every 30 minutes, so give it a moment. I have checked your colleagues too, and all the others are right.',
        spent(15, 'remote', 'Correction of time zone for {contactFull}'),
      ),
      answers('Now they are right, also the ones next month. Thanks!'),
      solvesQuietly(),
    ],
  },
  {
    key: 'planr-crash-500',
    language: 'en',
    type: 'errorPlanr',
    product: 'Planr',
    priority: 'High',
    tags: ['crash'],
    slots: { build: ['2026.3', '2026.4', '2026.5'], trace: { from: 100000, to: 999999 } },
    subject: 'Planr shows [[“Something went wrong”|error 500]] when I open the staffing plan',
    opening: [
      'The staffing plan cannot be opened since {clock} today. All other pages work. This is what the page says when I unfold the details:',
      code(
        "TypeError: Cannot read properties of null (reading 'shiftId')\n    at mergeShifts (plan-{build}.js:1:48211)\n    at renderWeek (plan-{build}.js:1:50377)\nTrace {trace}",
      ),
      'Four planners are waiting for this, please hurry.',
    ],
    screenshot: {
      title: 'Planr - Staffing plan',
      error: "TypeError: null 'shiftId'",
      rows: ['Something went wrong', 'Build  {build}', 'Trace  {trace}'],
    },
    log: {
      name: 'browser-console.log',
      text: "{isoDate}T07:41:02.118Z WARN  plan cache miss week\n{isoDate}T07:41:02.540Z ERROR TypeError: Cannot read properties of null (reading 'shiftId')\n    at mergeShifts (plan-{build}.js:1:48211)\n    at renderWeek (plan-{build}.js:1:50377)\n{isoDate}T07:41:02.541Z INFO  trace {trace} sent\n",
    },
    steps: [
      tells(
        'Thanks for the trace, I can see it in our log. It has gone to the developers with high priority.',
        spent(10, 'remote', 'Analysis of error in the staffing plan'),
      ),
      hands('webTeam', 'Trace {trace}. Staffing plan is down for this customer only.'),
      raisesTo('Critical'),
      notes(
        'One shift points at an employee who was deleted this morning through the API, not deactivated. `mergeShifts` does not expect that. Restored the employee as inactive, plan opens. Guard added.',
        spent(60, 'correction', ''),
      ),
      solves(
        'The plan opens again. An employee was *deleted* rather than deactivated this morning, and the plan stumbled over the shifts left behind. I have restored the person as inactive. The page itself is made robust in the release of this week.',
        spent(20, 'correction', ''),
      ),
      answers('It works. The deletion came from our payroll system, we will have a word with them.'),
      solvesQuietly(),
    ],
  },
  {
    key: 'planr-print-week',
    language: 'en',
    type: 'howTo',
    product: 'Planr',
    priority: 'Low',
    tags: ['print'],
    subject: 'How do we print the week plan [[on one page|for the notice board]]?',
    opening:
      'We hang the week plan on the notice board in the canteen. When I print it, it comes on three pages and the names are cut off. Is there a trick?',
    steps: [
      solves(
        [
          'There is! Choose *View → Compact* first, then *Print → Fit to one page*, and landscape. On A3 it can even be read from a distance.',
          'If you save it as a view (“Notice board”, say), you will not have to choose each time.',
        ],
        spent(10, 'phone', 'Guidance on printing the week plan'),
      ),
      confirms(),
    ],
  },
  {
    key: 'planr-colour-change',
    language: 'en',
    type: 'changeWeb',
    product: 'Planr',
    tags: ['wish'],
    slots: { hours: { from: 6, to: 14 }, field: ['job type', 'customer', 'shift leader'] },
    subject: 'Wish: colours by {field} in the calendar',
    opening:
      'The calendar colours the bookings by resource. Our planners would rather have colours by {field}. Can that be made, and what would it cost?',
    steps: [
      notes(
        'Doable: the legend is configurable already for two customers. Estimate {hours} hours with test, including a setting in the view.',
        spent(30, 'internal', ''),
      ),
      asks(
        'It can be done, as a setting of each view, so that those who like the present colours keep them. We reckon with **{hours} hours**, on your usual terms. Shall we go ahead?',
        spent(20, 'development', 'Estimate for colours by {field}'),
      ),
      answers('Yes please, go ahead. {colleague} has approved it.'),
      notes(
        'Implemented behind the view setting, with tests. Ready for the next release.',
        spent(165, 'development', 'Development of colours by {field}'),
      ),
      asks(
        'It is ready on your test site: *View → Colours → {field}*. Would you try it with a real week and tell us if the legend makes sense?',
        spent(30, 'development', 'Delivery on test site'),
      ),
      answers('Looks great, and the planners are happy. Please put it into production.'),
      solves(
        'It is in production since this morning. Have fun with it!',
        spent(20, 'development', 'Release of colours by {field}'),
      ),
    ],
  },
  {
    key: 'planr-notification-duplicate',
    language: 'en',
    type: 'errorPlanr',
    product: 'Planr',
    tags: ['mail'],
    slots: { count: ['two', 'three', 'five'] },
    subject: 'Reminders are sent {count} times',
    opening:
      'Our fitters get each reminder {count} times, always within the same minute. They have begun to ignore them, which is the opposite of what we want.',
    steps: [
      notes(
        'Not in our mail log: one reminder for each booking. The recipients are on the list *and* in a group that is on the list.',
        spent(15, 'remote', 'Examination of reminders'),
      ),
      asks(
        'We send it once for each list a person is on. Your fitters are on “Fitters”, and “Fitters” is itself part of “Field staff”, and both are chosen as recipients. May I take “Fitters” out of the rule?',
        spent(10, 'remote', 'Advice on recipients of reminders'),
      ),
      answers('Ah. Yes, do that please.'),
      solves(
        'Done. From tomorrow’s reminders on each fitter gets exactly one.',
        spent(5, 'remote', 'Change of rule for reminders'),
      ),
    ],
  },
  {
    key: 'planr-false-alarm',
    language: 'en',
    type: 'errorPlanr',
    product: 'Planr',
    subject: 'My bookings have disappeared',
    opening:
      'All my bookings are gone! The calendar is completely empty for the next two weeks. Please restore them as soon as possible.',
    steps: [
      answers('Please forget it. I had a filter on “Cancelled” switched on. Sorry for the noise!'),
      cancels('Withdrawn by the customer: a filter was on.'),
    ],
  },
]
