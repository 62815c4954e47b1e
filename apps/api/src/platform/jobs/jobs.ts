/** What is queued on request, and what it needs to know. */
export type JobPayloads = {
  'import-cases': { importId: string }
  'invoice-run': { runId: string }
  'bulk-action': { bulkId: string }
  'send-messages': Record<string, never>
  'reapply-policies': { cause: 'policy_changed' | 'reapplied' }
}

/** Work that outlives a request. Each job is safe to run twice. */
export type Jobs = {
  /** Queues a job by name, to be worked at once or from `at` on; the worker knows what to do with it. */
  enqueue: <Name extends keyof JobPayloads>(name: Name, payload: JobPayloads[Name], at?: Date) => Promise<void>
}
