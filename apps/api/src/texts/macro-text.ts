import type { Language } from '@timedesk/contracts/primitives'
import { fillIn } from '@timedesk/domain/texts/template'
import { textFor, textValues } from '@timedesk/domain/texts/values'
import type { StaffActor } from '../platform/context.ts'
import type { Reader } from '../platform/db/database.ts'
import type { MacroRow } from './find-macros.ts'
import { findTextGround } from './find-text-ground.ts'

/** What a macro says on a case, filled in; null for one that only changes it. */
export type MacroText = { kind: 'reply' | 'note'; language: Language; body: string }

/** Fills in what a macro says: a reply in the language of the contact, a note in the company's. */
export async function macroTextOf(
  reader: Reader,
  actor: StaffActor,
  { message, texts }: MacroRow,
  { caseId, publicUrl, now }: { caseId: string; publicUrl: string; now: Date },
): Promise<MacroText | null> {
  if (message === 'none') return null
  const readers = message === 'reply' ? 'contact' : 'staff'
  const { ground, language: wanted } = await findTextGround(reader, {
    caseId,
    agentName: actor.name,
    readers,
    publicUrl,
    now,
  })
  const { language, text } = textFor(texts, wanted)
  return { kind: message, language, body: fillIn(text, textValues(ground, language)) }
}
