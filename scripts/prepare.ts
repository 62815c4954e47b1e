import { apps, databaseClient } from './products.ts'
import { makeWhenStale } from './when-stale.ts'

const outcomes = [await makeWhenStale(databaseClient), ...(await Promise.all(apps.map(makeWhenStale)))]
if (outcomes.includes(false)) process.exitCode = 1
