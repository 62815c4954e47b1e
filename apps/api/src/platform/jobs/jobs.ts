/** Work that outlives a request. Each job is safe to run twice. */
export type Jobs = {
  /** Queues a job by name; the worker knows what to do with it. */
  enqueue: (name: 'import-cases', payload: { importId: string }) => Promise<void>
}
