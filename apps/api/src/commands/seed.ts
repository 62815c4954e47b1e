import { loadDemoCompany } from '../integrations/load-demo-company.ts'
import { runCommand, tell } from './run-command.ts'

await runCommand(async ({ database, storage, now }) => {
  await loadDemoCompany(database, storage, now())
  tell('The demo company is loaded.')
  return 0
})
