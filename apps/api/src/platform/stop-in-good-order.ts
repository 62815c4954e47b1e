import type { FastifyBaseLogger } from 'fastify'

const STOP_TIMEOUT_MS = 35_000

/**
 * Ends the process in good order: on the first SIGINT or SIGTERM with 0, after a fault that nobody caught with 1.
 * A second signal ends it at once.
 */
export function stopInGoodOrder(stop: () => Promise<void>, log: FastifyBaseLogger): void {
  let isStopping = false
  const end = (status: number) => {
    if (isStopping) process.exit(1)
    isStopping = true
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref()
    stop().then(
      () => process.exit(status),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop in good order')
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0))
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, 'a fault that nobody caught')
      if (!isStopping) end(1)
    })
  }
}
