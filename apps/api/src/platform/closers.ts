/** What has been opened, to be closed in the opposite order. */
export type Closers = {
  add: (close: () => unknown) => void
  /** Closes everything, also when one of them fails; then rejects with the first failure. Later calls close the rest. */
  closeAll: () => Promise<void>
}

export function createClosers(): Closers {
  const closers: (() => unknown)[] = []
  return {
    add: (close) => {
      closers.push(close)
    },
    async closeAll() {
      const failures: unknown[] = []
      for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
        try {
          await close()
        } catch (error) {
          failures.push(error)
        }
      }
      if (failures.length > 0) throw failures[0]
    },
  }
}
