import { createConsumers } from '../src/consumers.ts'
import type { Consumer } from '../src/platform/events/consumers.ts'
import { deliverNext, type Handler } from '../src/platform/events/relay.ts'
import type { TestServer } from './harness.ts'

/** Hands every waiting event to its consumers, and what those cause as well. */
export async function deliverAll(
  { deps }: TestServer,
  overrides: Partial<Record<Consumer, Handler>> = {},
): Promise<void> {
  const consumers = { ...createConsumers(deps), ...overrides }
  while (await deliverNext(deps, consumers)) continue
}
