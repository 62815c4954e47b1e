import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product answers, without a slash at the end. */
    baseUrl: string
    /** Every mail the product sent, as one JSON line each. */
    mailFile: string
  }
}
