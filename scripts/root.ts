import path from 'node:path'

/** The root of the repository. */
export const root = path.dirname(import.meta.dirname)

/** What may be thrown away at any time: stamps, caches and reports of the scripts. */
export const CACHE = 'node_modules/.timedesk'
export const cacheFolder = path.join(root, CACHE)
