import { accessAndQuestions } from './access-questions.ts'
import { danishLedger } from './danish-ledger.ts'
import { danishOperations } from './danish-operations.ts'
import { danishWeb } from './danish-web.ts'
import { hostingScenarios } from './hosting.ts'
import { ledgerChanges } from './ledger-changes.ts'
import { ledgerErrors } from './ledger-errors.ts'
import { planrScenarios } from './planr.ts'
import type { Scenario } from './steps.ts'
import { webdeskScenarios } from './webdesk.ts'

/** Every conversation that the demo company knows. */
export const scenarios: readonly Scenario[] = [
  ...ledgerErrors,
  ...ledgerChanges,
  ...planrScenarios,
  ...webdeskScenarios,
  ...hostingScenarios,
  ...accessAndQuestions,
  ...danishLedger,
  ...danishWeb,
  ...danishOperations,
]
