import { hash, verify } from '@node-rs/argon2'
import { createLane } from '../platform/lane.ts'

/** OWASP's first choice for argon2id, which is what the library does unless told otherwise. */
const MEMORY_KIBIBYTES = 19 * 1024
const PASSES = 2
const LANES = 1
const HASHES_AT_ONCE_MAX = 2
const HASHES_WAITING_MAX = 100

/** A hash by the same parameters that no password fits, so that an unknown account takes as long as a known one. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXRoaW5nIHJhbmRvbQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

const lane = createLane({ runningMax: HASHES_AT_ONCE_MAX, waitingMax: HASHES_WAITING_MAX })

/**
 * Hashes a password on another thread. The same letters typed on different keyboards are the same password.
 * Refuses with `unavailable` when too many are waiting.
 */
export function hashPassword(password: string): Promise<string> {
  const options = { memoryCost: MEMORY_KIBIBYTES, timeCost: PASSES, parallelism: LANES }
  return lane(() => hash(password.normalize('NFC'), options))
}

/** Whether the password is the hashed one. Takes the same time for `NOBODYS_HASH`. */
export function verifyPassword(hashed: string, password: string): Promise<boolean> {
  return lane(() => verify(hashed, password.normalize('NFC')))
}
