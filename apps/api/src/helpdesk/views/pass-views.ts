import type { Context, StaffActor } from '../../platform/context.ts'
import { pass } from '../../platform/realtime/pass.ts'
import type { ViewScope } from './view-scope.ts'

/** Tells that views changed: a private one its owner alone, a shared one everybody. */
export function passViews(context: Context<StaffActor>, ...owned: Pick<ViewScope, 'scope' | 'ownerId'>[]): void {
  const isShared = owned.some(({ scope }) => scope !== 'private')
  pass(context, 'views.changed', isShared ? {} : { employeeId: context.actor.id })
}
