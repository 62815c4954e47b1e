/** What the demo company has of time. Days are `YYYY-MM-DD` in the company’s time zone. */

export type DemoTime = {
  id: string
  employeeId: string
  /** The message it was registered with; null when it stands alone. */
  message: { kind: 'reply' | 'note'; id: string } | null
  activityTypeId: string
  workDate: string
  /** The work date, or the first day after what was locked when it was registered. */
  bookedOn: string
  /** Where the clock is known. */
  startedAt: Date | null
  endedAt: Date | null
  minutes: number
  isBillable: boolean
  customerText: string
  internalText: string
}

/** Time on a project's task, or internal; registered at a moment. */
export type DemoWork = DemoTime & { at: Date } & (
    { customerId: string; projectId: string; taskId: string } | { customerId: null; projectId: null; taskId: null }
  )

/** A week of an employee that was submitted, from its Monday on. Weeks that are not here are open. */
export type DemoWeekSheet = {
  employeeId: string
  monday: string
  state: 'submitted' | 'approved' | 'rejected'
  submittedAt: Date
  decidedAt: Date | null
  decidedById: string | null
  reason: string
}

/** A stopwatch that runs. */
export type DemoTimer = {
  employeeId: string
  caseId: string
  activityTypeId: string
  text: string
  startedAt: Date
}
