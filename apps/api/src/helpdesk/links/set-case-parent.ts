import type { setCaseParent as contract } from '@timedesk/contracts/case-links'
import { Prisma } from '@timedesk/prisma/client'
import type { z } from 'zod'
import type { CaseWorker, Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { lockCase } from '../lock-case.ts'
import { linkCases, removeLinks } from './link-cases.ts'
import { findNamed } from './tell-linked.ts'

/**
 * Puts a case below another, takes it out from there with null, or moves it. Both logs tell of it. Refuses what
 * `linkCases` refuses.
 */
export async function setCaseParent(
  tx: Tx,
  context: Context<CaseWorker>,
  { caseId, parentId }: { caseId: string } & z.output<typeof contract.body>,
): Promise<void> {
  if (parentId !== null) {
    await linkCases(tx, context, { caseId, role: 'parent', otherId: parentId, pointer: '/body/parentId' })
    return
  }
  await lockCase(tx, caseId)
  const own = await findNamed(tx, Prisma.sql`c.id = ${caseId}::uuid`)
  if (own === undefined) throw new Error('The locked case is gone')
  await removeLinks(tx, context, { kind: 'parent', from: own })
}
