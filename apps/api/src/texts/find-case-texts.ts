import type { RenderedText, listCaseTexts } from '@timedesk/contracts/canned-texts'
import type { LocalTexts } from '@timedesk/contracts/texts'
import { fillIn } from '@timedesk/domain/texts/template'
import { textFor, textValues } from '@timedesk/domain/texts/values'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { StaffActor } from '../platform/context.ts'
import { containing } from '../platform/db/containing.ts'
import type { Reader } from '../platform/db/database.ts'
import { findTextGround } from './find-text-ground.ts'
import { isOffered } from './text-scope.ts'

const TEXTS_MAX = 50

type Row = { id: string; name: string; shortcut: string; texts: LocalTexts }
type Query = { caseId: string } & z.output<typeof listCaseTexts.query>

/** The canned texts that are offered on a case, filled in for its contact. Refuses with `not_found`. */
export async function findCaseTexts(
  reader: Reader,
  actor: StaffActor,
  { caseId, search, inOtherLanguage }: Query,
  world: { publicUrl: string; now: Date },
): Promise<RenderedText[]> {
  const speaking = { caseId, agentName: actor.name, readers: 'contact', ...world } as const
  const { ground, language: own } = await findTextGround(reader, speaking)
  const wanted = inOtherLanguage === true ? (own === 'en' ? 'da' : 'en') : own
  const rows = await findOffered(reader, actor, search)
  return rows.map(({ texts, ...shown }) => {
    const { language, text } = textFor(texts, wanted)
    return { ...shown, language, body: fillIn(text, textValues(ground, language)) }
  })
}

function findOffered(reader: Reader, actor: StaffActor, search: string | undefined): Promise<Row[]> {
  const pattern = search === undefined ? null : containing(search)
  const start = pattern?.slice(1) ?? null
  return reader.rows<Row>(Prisma.sql`SELECT t.id, t.name, t.shortcut, t.texts FROM canned_text t
    WHERE t.is_active AND ${isOffered(actor)}
      AND (${pattern}::text IS NULL OR t.shortcut ILIKE ${pattern} OR t.name ILIKE ${pattern} OR t.texts::text ILIKE ${pattern})
    ORDER BY (t.shortcut ILIKE ${start}) IS NOT TRUE, t.shortcut, t.name, t.id LIMIT ${TEXTS_MAX}`)
}
