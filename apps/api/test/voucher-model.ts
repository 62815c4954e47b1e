/**
 * Vouchers of minutes as one would keep them on paper: which units are where, and which entry took them. It knows
 * nothing of money but the price of an hour beyond the vouchers.
 */
export type ModelPool = {
  id: string
  number: number
  validFrom: string
  expiresOn: string | null
  isOpen: boolean
  isCancelled: boolean
  balance: number
  granted: number
  /** Units that ran out and were not brought back. */
  expired: number
  /** Units that a cancellation took away. */
  cancelled: number
}

export type ModelEntry = {
  id: string
  /** In which place it was registered. */
  place: number
  workDate: string
  minutes: number
  /** Units by pool. */
  draws: Map<string, number>
  overage: number
  verdict: 'accepted' | 'declined' | null
}

type Sale = Pick<ModelPool, 'id' | 'number' | 'validFrom' | 'expiresOn'> & { units: number }

export class VoucherModel {
  readonly pools: ModelPool[] = []
  readonly entries: ModelEntry[] = []
  readonly #holdsOverage: boolean
  #registered = 0

  constructor(policy: 'bill' | 'approve') {
    this.#holdsOverage = policy === 'approve'
  }

  sell({ units, ...pool }: Sale): void {
    const state = { isOpen: true, isCancelled: false, expired: 0, cancelled: 0 }
    this.pools.push({ ...pool, ...state, balance: units, granted: units })
    this.#coverHeld()
  }

  register(id: string, workDate: string, minutes: number): void {
    this.#registered += 1
    const entry: ModelEntry = {
      ...{ id, workDate, minutes, place: this.#registered, draws: new Map(), overage: 0, verdict: null },
    }
    this.entries.push(entry)
    this.#cover([entry])
  }

  edit(entry: ModelEntry, minutes: number): void {
    entry.minutes = minutes
    this.#cover([entry])
  }

  remove(entry: ModelEntry): void {
    for (const [poolId, units] of entry.draws) this.pool(poolId).balance += units
    this.entries.splice(this.entries.indexOf(entry), 1)
  }

  adjust(pool: ModelPool, units: number): void {
    pool.balance += units
    pool.granted += units
    if (units > 0) this.#coverHeld()
  }

  transfer(from: ModelPool, to: ModelPool, units: number): void {
    for (const [pool, change] of [[from, -units] as const, [to, units] as const]) {
      pool.balance += change
      pool.granted += change
    }
    this.#coverHeld()
  }

  extend(pool: ModelPool, expiresOn: string | null): void {
    pool.expiresOn = expiresOn
    pool.balance += pool.expired
    pool.expired = 0
    this.#coverHeld()
  }

  cancel(pool: ModelPool): void {
    pool.cancelled += pool.balance
    pool.balance = 0
    pool.isOpen = false
    pool.isCancelled = true
  }

  /** What the daily job lets run out. */
  expire(today: string): void {
    for (const pool of this.pools.filter((candidate) => candidate.isOpen && isOver(candidate, today))) {
      pool.expired += pool.balance
      pool.balance = 0
    }
  }

  /** All of it anew, in the order of the work. */
  coverAll(): void {
    this.#cover(this.entries)
  }

  pool(id: string): ModelPool {
    const pool = this.pools.find((candidate) => candidate.id === id)
    if (pool === undefined) throw new Error('The model has no such pool')
    return pool
  }

  isHeld({ overage, verdict }: ModelEntry): boolean {
    return this.#holdsOverage && overage > 0 && verdict === null
  }

  #coverHeld(): void {
    this.#cover(this.entries.filter((entry) => this.isHeld(entry)))
  }

  /** Gives all back first, and draws then, in the order of the work; a closed pool gives what it got back. */
  #cover(entries: readonly ModelEntry[]): void {
    const returned = new Map<string, number>()
    for (const entry of entries) {
      for (const [poolId, units] of entry.draws) {
        this.pool(poolId).balance += units
        returned.set(poolId, (returned.get(poolId) ?? 0) + units)
      }
      entry.draws = new Map()
    }
    for (const entry of entries.toSorted(inOrderOfWork)) {
      let left = entry.minutes
      for (const pool of this.pools.filter((candidate) => isValidOn(candidate, entry.workDate)).toSorted(inDrawOrder)) {
        const available = pool.isOpen ? pool.balance : (returned.get(pool.id) ?? 0)
        const units = Math.min(left, available)
        if (units === 0) continue
        entry.draws.set(pool.id, units)
        pool.balance -= units
        if (!pool.isOpen) returned.set(pool.id, available - units)
        left -= units
      }
      entry.overage = left
    }
  }
}

export function isOver({ expiresOn }: ModelPool, today: string): boolean {
  return expiresOn !== null && expiresOn < today
}

function isValidOn({ validFrom, expiresOn }: ModelPool, day: string): boolean {
  return validFrom <= day && (expiresOn === null || day <= expiresOn)
}

function inOrderOfWork(one: ModelEntry, other: ModelEntry): number {
  if (one.workDate !== other.workDate) return one.workDate < other.workDate ? -1 : 1
  return one.place - other.place
}

function inDrawOrder(one: ModelPool, other: ModelPool): number {
  const keyOf = ({ expiresOn, validFrom }: ModelPool) => `${expiresOn ?? 'never'} ${validFrom}`
  if (keyOf(one) !== keyOf(other)) return keyOf(one) < keyOf(other) ? -1 : 1
  return one.number - other.number
}
