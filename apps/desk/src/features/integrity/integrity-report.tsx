import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconRefresh, IconShieldCheck } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getIntegrity, type IntegrityReport } from '@timedesk/contracts/integrity'
import { useFormat } from '@timedesk/ui/format'

import { client } from '../../shared/client.ts'
import { createWords } from '../../shared/create-words.ts'
import { QueryFace } from '../../shared/lists/query-face.tsx'
import { Panel } from '../../shared/panels/panel.tsx'
import { queryRoots } from '../../shared/query-roots.ts'
import { checkDanish, checkEnglish } from './check-texts.ts'
import './integrity.css'
import { integrityDanish, integrityEnglish } from './integrity-texts.ts'

export const useIntegrityWords = createWords('integrity', { en: integrityEnglish, da: integrityDanish })
const useCheckWords = createWords('checks', { en: checkEnglish, da: checkDanish })

type Check = IntegrityReport['checks'][number]

const integrityQuery = queryOptions({
  queryKey: [...queryRoots.integrity],
  queryFn: ({ signal }) => client.call(getIntegrity, { signal }),
})

/** Every check with whether it holds; what breaks one is named. */
export function IntegrityChecks() {
  const words = useIntegrityWords()
  const report = useQuery(integrityQuery)
  return (
    <QueryFace query={report}>
      {(found) => (
        <>
          <Verdict report={found} isChecking={report.isFetching} onAgain={() => void report.refetch()} />
          <Panel title={words('checks')}>
            <ul className="desk-checks">
              {found.checks.map((check) => (
                <CheckRow key={check.kind} check={check} />
              ))}
            </ul>
          </Panel>
        </>
      )}
    </QueryFace>
  )
}

type VerdictProps = { report: IntegrityReport; isChecking: boolean; onAgain: () => void }

function Verdict({ report: { isSound, checks, checkedAt }, isChecking, onAgain }: VerdictProps) {
  const words = useIntegrityWords()
  const format = useFormat()
  const count = checks.reduce((sum, { violations }) => sum + violations, 0)
  return (
    <section className="desk-verdict-panel" data-sound={isSound} role="status">
      {isSound ? (
        <IconShieldCheck size={32} stroke={1.5} aria-hidden="true" />
      ) : (
        <IconAlertTriangle size={32} stroke={1.5} aria-hidden="true" />
      )}
      <div>
        <h2>{words(isSound ? 'sound' : 'broken')}</h2>
        <p>
          {isSound ? words('soundText', { count: checks.length }) : words('brokenText', { count })}{' '}
          {words('checkedAt', { at: format.dateTime(checkedAt) })}
        </p>
      </div>
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} stroke={1.7} />}
        loading={isChecking}
        onClick={onAgain}
      >
        {words('again')}
      </Button>
    </section>
  )
}

function CheckRow({ check: { kind, violations, examples } }: { check: Check }) {
  const words = useIntegrityWords()
  const checkWords = useCheckWords()
  const isSound = violations === 0
  return (
    <li data-sound={isSound}>
      {isSound ? (
        <IconCircleCheck size={18} stroke={1.8} aria-hidden="true" />
      ) : (
        <IconCircleX size={18} stroke={1.8} aria-hidden="true" />
      )}
      <div>
        <span>{isKnown(kind) ? checkWords(kind) : kind.replaceAll('_', ' ')}</span>
        {examples.length > 0 && (
          <details>
            <summary>{words('examples')}</summary>
            <ul>
              {examples.map((example) => (
                <li key={example}>
                  <code>{example}</code>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <strong>{isSound ? words('fine') : words('violations', { count: violations })}</strong>
    </li>
  )
}

function isKnown(kind: string): kind is keyof typeof checkEnglish {
  return Object.hasOwn(checkEnglish, kind)
}
