import type { AutomationRule } from '@timedesk/contracts/automation-rules'
import type { CannedText } from '@timedesk/contracts/canned-texts'
import type { Macro } from '@timedesk/contracts/macros'
import { send } from './cases.ts'
import type { SignedIn } from './factories.ts'
import type { TestServer } from './harness.ts'

let made = 0

/** Sends a body that has to be accepted, and gives what was answered. */
async function create<Made>(server: TestServer, by: SignedIn, url: string, payload: object): Promise<Made> {
  const answer = await send(server, by, 'POST', url, payload)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json<Made>()
}

/** A canned text for everyone, in English unless it says otherwise. */
export function writeText(server: TestServer, by: SignedIn, en: string, given: object = {}): Promise<CannedText> {
  made += 1
  const payload = {
    name: `Text ${String(made)}`,
    shortcut: `t${String(made)}`,
    scope: 'everyone',
    texts: { en, da: '' },
  }
  return create(server, by, '/api/v1/canned-texts', { ...payload, ...given })
}

/** A macro for everyone. */
export function writeMacro(server: TestServer, by: SignedIn, given: object): Promise<Macro> {
  made += 1
  return create(server, by, '/api/v1/macros', { name: `Macro ${String(made)}`, scope: 'everyone', ...given })
}

/** An automation rule, asked last. */
export function buildRule(server: TestServer, by: SignedIn, given: object): Promise<AutomationRule> {
  made += 1
  return create(server, by, '/api/v1/automation-rules', { name: `Rule ${String(made)}`, ...given })
}

/** A custom field of texts. */
export function buildTextField(server: TestServer, by: SignedIn, name: string): Promise<{ id: string }> {
  made += 1
  return create(server, by, '/api/v1/custom-fields', { key: `field_${String(made)}`, name, kind: 'text' })
}

/** A checklist of one step that has to be done. */
export function buildChecklistTemplate(server: TestServer, by: SignedIn, text: string): Promise<{ id: string }> {
  made += 1
  const payload = { name: `Checklist ${String(made)}`, items: [{ text, isRequired: true }] }
  return create(server, by, '/api/v1/checklist-templates', payload)
}
