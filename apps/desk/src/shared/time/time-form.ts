import type { ActivityType } from '@timedesk/contracts/settings'
import type { TimeDraft } from '@timedesk/contracts/time'

/** Time as it stands in a form; what was not touched follows the activity type. */
export type TimeForm = {
  minutes: number | null
  activityTypeId: string | null
  isBillable: boolean | null
  workDate: string | null
  customerText: string
  internalText: string
}

export const emptyTimeForm: TimeForm = {
  minutes: null,
  activityTypeId: null,
  isBillable: null,
  workDate: null,
  customerText: '',
  internalText: '',
}

/** The activity that a form means: the chosen one, else the first that is in use. */
export function activityOf(form: TimeForm, types: readonly ActivityType[]): ActivityType | undefined {
  return types.find(({ id }) => id === form.activityTypeId) ?? types.find(({ isActive }) => isActive)
}

/** The time to send; undefined while no minutes or no activity are known. */
export function toTimeDraft(form: TimeForm, types: readonly ActivityType[]): TimeDraft | undefined {
  const activity = activityOf(form, types)
  if (form.minutes === null || activity === undefined) return undefined
  return {
    minutes: form.minutes,
    activityTypeId: activity.id,
    isBillable: form.isBillable ?? activity.isBillable,
    ...(form.workDate !== null && { workDate: form.workDate }),
    ...(form.customerText !== '' && { customerText: form.customerText }),
    ...(form.internalText !== '' && { internalText: form.internalText }),
  }
}
