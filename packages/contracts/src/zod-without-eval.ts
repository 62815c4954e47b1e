import { config } from 'zod/v4'

// Zod tries out `new Function` when it makes its first object schema. The content security policy of the apps refuses
// and reports that, so their builds take this module for `zod`: it is evaluated before any schema is made.
config({ jitless: true })

export * from 'zod/v4'
