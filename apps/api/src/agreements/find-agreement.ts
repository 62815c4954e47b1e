import type { Agreement } from '@timedesk/contracts/agreements'
import type { Permission } from '@timedesk/contracts/access'
import { Refusal } from '@timedesk/contracts/refusal'
import { factorText } from '@timedesk/domain/money/factor'
import { toWire } from '@timedesk/domain/money/money'
import { lastDayForNotice } from '@timedesk/domain/subscriptions/renewal'
import { Prisma } from '@timedesk/prisma/client'
import type { Reader } from '../platform/db/database.ts'
import { scopeColumn } from './choose-scope.ts'
import { companyDay } from './company-day.ts'
import { presentSummary, summaryColumns, summaryTables, type SummaryRow } from './find-agreements.ts'
import { findBalances } from './find-balances.ts'
import { isRunning, named, takesNotice, termOf } from './hold-agreement.ts'

const WARNINGS_SHOWN = 20

type Row = SummaryRow &
  Omit<
    Agreement,
    keyof SummaryRow | 'customer' | 'owner' | 'balance' | 'afterHours' | 'overageRate' | 'noticeBy' | 'can'
  > & {
    policy: Agreement['afterHours']['policy']
    calendar: Agreement['afterHours']['calendar']
    factor: number
    weekendFactor: number | null
    holidayFactor: number | null
    overageRate: number | null
  }

type Actor = { permissions: ReadonlySet<Permission> }

/** One agreement with everything it says, its latest warnings, and what the reader may do. Refuses with `not_found`. */
export async function findAgreement(reader: Reader, actor: Actor, id: string, now: Date): Promise<Agreement> {
  const [row] = await reader.rows<Row>(Prisma.sql`SELECT ${summaryColumns}, a.terms, a.is_billable AS "isBillable",
      ${named(Prisma.sql`rc`)} AS "rateCard", a.rounding_scope AS "roundingScope", a.after_hours AS policy,
      ${named(Prisma.sql`sc`)} AS calendar, a.after_hours_factor AS factor, a.weekend_factor AS "weekendFactor",
      a.holiday_factor AS "holidayFactor", ${scopeColumn}, a.overage_policy AS "overagePolicy", a.overage_rate AS "overageRate",
      a.thresholds, a.term_months AS "termMonths", a.renewal, a.notice_days AS "noticeDays", a.credits_unused AS "creditsUnused",
      a.terminated_on::text AS "terminatedOn", a.termination_reason AS "terminationReason", a.po_number AS "poNumber",
      (SELECT coalesce(json_agg(json_build_object('kind', w.kind, 'facts', w.facts, 'at', w.at) ORDER BY w.at DESC, w.id DESC), '[]')
        FROM (SELECT * FROM agreement_warning g WHERE g.agreement_id = a.id ORDER BY g.at DESC, g.id DESC LIMIT ${WARNINGS_SHOWN}) w) AS warnings
    FROM ${summaryTables} LEFT JOIN rate_card rc ON rc.id = a.rate_card_id LEFT JOIN service_calendar sc ON sc.id = a.calendar_id
    WHERE a.id = ${id}::uuid`)
  if (row === undefined) throw new Refusal('not_found')
  const [balances, today] = await Promise.all([findBalances(reader, [id], now), companyDay(reader, now)])
  return present(row, { balance: balances.get(id) ?? null, actor, today })
}

function present(
  row: Row,
  { balance, actor, today }: { balance: Agreement['balance']; actor: Actor; today: string },
): Agreement {
  const { policy, calendar, factor, weekendFactor, holidayFactor, overageRate, warnings, ...shown } = row
  const textOf = (given: number | null) => (given === null ? null : factorText(given))
  const factors = { weekendFactor: textOf(weekendFactor), holidayFactor: textOf(holidayFactor) }
  return {
    ...shown,
    ...presentSummary(row, balance),
    afterHours: { policy, calendar, factor: factorText(factor), ...factors },
    overageRate: overageRate === null ? null : toWire({ minor: overageRate, currency: row.currency }),
    noticeBy: isRunning(row.state) ? lastDayForNotice(termOf(row)) : null,
    warnings: warnings.map((warning) => ({ ...warning, at: new Date(warning.at).toISOString() })),
    can: allowed(row, actor, today),
  }
}

function allowed(row: Row, { permissions }: Actor, today: string): Agreement['can'] {
  const { settlement, state } = row
  const mayWrite = permissions.has('agreement:write')
  return {
    edit: mayWrite,
    sellVoucher: permissions.has('voucher:write') && settlement === 'voucher' && state === 'active',
    addLine: mayWrite && settlement === 'subscription' && state !== 'ended',
    terminate: mayWrite && takesNotice({ ...row, today }),
  }
}
