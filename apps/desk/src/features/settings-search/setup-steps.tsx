import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { listSetupSteps, type SetupStepName } from '@timedesk/contracts/setup-steps'
import { Link } from 'react-router'

import { client } from '../../shared/client.ts'
import { createWords } from '../../shared/create-words.ts'
import { paths } from '../../shared/paths.ts'
import { queryRoots } from '../../shared/query-roots.ts'
import { useMay } from '../../shared/session/use-me.ts'
import { setupDanish, setupEnglish } from './setup-texts.ts'

const useWords = createWords('setupSteps', { en: setupEnglish, da: setupDanish })

const PLACES: Record<SetupStepName, string> = {
  company: paths.company,
  mail: paths.mails,
  hours: paths.serviceCalendars,
  people: paths.people,
  customer: paths.customers,
  case: paths.newCase,
}

/** What a new help desk still needs; it ticks itself, and is gone once everything is done. */
export function SetupSteps() {
  const words = useWords()
  const mayRead = useMay()('settings:write')
  const { data: steps } = useQuery({
    queryKey: [...queryRoots.settings, 'setup-steps'],
    queryFn: async ({ signal }) => (await client.call(listSetupSteps, { signal })).data,
    enabled: mayRead,
    staleTime: 0,
  })
  if (steps === undefined || steps.every(({ isDone }) => isDone)) return null
  const done = steps.filter(({ isDone }) => isDone).length
  return (
    <section className="desk-setup" aria-label={words('title')}>
      <h2>{words('title')}</h2>
      <p className="desk-quiet">{words('progress', { done, count: steps.length })}</p>
      <ol>
        {steps.map(({ step, isDone }) => (
          <li key={step} data-done={isDone || undefined}>
            {isDone ? (
              <IconCircleCheckFilled size={20} role="img" aria-label={words('done')} />
            ) : (
              <IconCircle size={20} stroke={1.6} role="img" aria-label={words('open')} />
            )}
            <span>
              {isDone ? <span>{words(step)}</span> : <Link to={PLACES[step]}>{words(step)}</Link>}
              {!isDone && <small className="desk-quiet">{words(`${step}Text`)}</small>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
