import { createAutomate } from './automation/automate.ts'
import { createArrange } from './helpdesk/create-arrange.ts'
import { createNotify } from './notices/notify.ts'
import type { Deps } from './platform/deps.ts'
import type { Consumer } from './platform/events/consumers.ts'
import type { Handler } from './platform/events/relay.ts'
import { createConsent } from './time/consent-to-overage.ts'

/** What each consumer of events does with a delivery. */
export function createConsumers(deps: Deps): Record<Consumer, Handler> {
  return {
    notify: createNotify(deps),
    consent: createConsent(deps),
    arrange: createArrange(deps),
    automate: createAutomate(deps),
  }
}
