import type { Deps } from '../deps.ts'
import type { Consumer } from './consumers.ts'
import { deliverNext, startLoop, type Handler, type Loop } from './relay.ts'

/** Delivers events for as long as the process lives; a commit anywhere wakes it. */
export function startRelay(deps: Deps, handlers: Record<Consumer, Handler>): Pick<Loop, 'stop'> {
  const loop = startLoop(() => deliverNext(deps, handlers), deps.log)
  const unsubscribe = deps.signals.subscribe(({ passing }) => {
    if (passing === undefined) loop.wake()
  })
  return {
    stop: async () => {
      unsubscribe()
      await loop.stop()
    },
  }
}
