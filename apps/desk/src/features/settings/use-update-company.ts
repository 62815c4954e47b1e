import { updateCompany, type Company } from '@timedesk/contracts/settings'
import type { Language } from '@timedesk/contracts/primitives'

import { client } from '../../shared/client.ts'
import { useChange } from '../../shared/deeds/use-change.ts'
import { wireRate } from '../../shared/forms/wire-rate.ts'
import { ifMatch } from '../../shared/if-match.ts'
import { queryRoots } from '../../shared/query-roots.ts'

/** The company as it is written in the form; named as the fields of the request. */
export type CompanyDraft = {
  name: string
  address: string
  postalCode: string
  city: string
  countryCode: string
  cvr: string
  vatId: string
  timeZone: string
  language: Language
  ratePerHour: string
  mailIncludesText: boolean
  defaultDepartmentId: string
  approvesTime: boolean
}

export function draftOfCompany(company: Company): CompanyDraft {
  const { name, address, postalCode, city, countryCode, timeZone, language, mailIncludesText, approvesTime } = company
  return {
    ...{ name, address, postalCode, city, countryCode, timeZone, language, mailIncludesText, approvesTime },
    cvr: company.cvr ?? '',
    vatId: company.vatId ?? '',
    ratePerHour: company.ratePerHour?.amount ?? '',
    defaultDepartmentId: company.defaultDepartment.id,
  }
}

/** Changes the company, if nobody did so since it was read. */
export function useUpdateCompany(company: Company) {
  return useChange(
    ({ cvr, vatId, ratePerHour, ...same }: Partial<CompanyDraft>) =>
      client.call(updateCompany, {
        headers: ifMatch(company.version),
        body: {
          ...same,
          ...(cvr !== undefined && { cvr: cvr.trim() === '' ? null : cvr.trim() }),
          ...(vatId !== undefined && { vatId: vatId.trim() === '' ? null : vatId }),
          ...(ratePerHour !== undefined && { ratePerHour: wireRate(ratePerHour, company.currency) }),
        },
      }),
    [queryRoots.company, queryRoots.me],
  )
}
