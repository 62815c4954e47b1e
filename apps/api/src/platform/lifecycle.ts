/** Whether the process still takes on work. */
export type Lifecycle = {
  isDraining: () => boolean
  /** From now on the process is not ready: it finishes what it began and ends. */
  drain: () => void
}

export function createLifecycle(): Lifecycle {
  let draining = false
  return {
    isDraining: () => draining,
    drain: () => {
      draining = true
    },
  }
}
