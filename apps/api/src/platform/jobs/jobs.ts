/** What is queued on request, and what it needs to know. */
export type JobPayloads = {
  'import-cases': { importId: string }
  'invoice-run': { runId: string }
  'bulk-action': { bulkId: string }
  'reapply-policies': { cause: 'policy_changed' | 'reapplied' }
}

/** Work that outlives a request. Each job is safe to run twice. */
export type Jobs = {
  /** Queues a job by name; the worker knows what to do with it. */
  enqueue: <Name extends keyof JobPayloads>(name: Name, payload: JobPayloads[Name]) => Promise<void>
}
