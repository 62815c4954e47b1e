import { useInfiniteQuery } from '@tanstack/react-query'

import { EventLog } from '../../shared/events/event-log.tsx'
import { agreementQueries } from './queries.ts'
import { useAgreementWords } from './use-agreement-words.ts'

/** What happened to an agreement, its vouchers and its plan, latest first. */
export function AgreementLog({ agreementId }: { agreementId: string }) {
  const words = useAgreementWords()
  const log = useInfiniteQuery(agreementQueries.log(agreementId))
  return <EventLog query={log} label={words('tabLog')} empty={words('logEmpty')} />
}
