import { useQuery } from '@tanstack/react-query'
import type { Reference } from '@timedesk/contracts/primitives'
import { getProject, type Project } from '@timedesk/contracts/projects'
import { useFormat } from '@timedesk/ui/format'
import { Link } from 'react-router'

import { client } from '../../../shared/client.ts'
import { queryPath } from '../../../shared/paths.ts'
import { queryRoots } from '../../../shared/query-roots.ts'
import { useMay } from '../../../shared/session/use-me.ts'
import { RailCard, RailFact } from '../rail-card.tsx'
import { useRailWords } from './use-rail-words.ts'

/** The project that the case belongs to, and how far that is. */
export function ProjectCard({ project }: { project: Reference }) {
  const words = useRailWords()
  const mayRead = useMay()('project:read')
  const { data } = useQuery({
    queryKey: [...queryRoots.projects, 'detail', project.id],
    queryFn: ({ signal }) => client.call(getProject, { params: { projectId: project.id }, signal }),
    enabled: mayRead,
  })
  return (
    <RailCard title={words('project')}>
      <p className="desk-rail-line">
        <strong>{project.name}</strong>
        {data?.isActive === false && <span className="desk-quiet">{words('projectEnded')}</span>}
      </p>
      {data !== undefined && <ProjectFacts project={data} />}
    </RailCard>
  )
}

function ProjectFacts({ project }: { project: Project }) {
  const words = useRailWords()
  const format = useFormat()
  const { id, owner, startsOn, endsOn, minutes, activeCases } = project
  const day = (on: string | null) => (on === null ? '…' : format.workDate(on))
  return (
    <>
      <dl className="desk-facts">
        {owner !== null && <RailFact name={words('owner')}>{owner.name}</RailFact>}
        {(startsOn !== null || endsOn !== null) && (
          <RailFact name={words('runs')}>
            {day(startsOn)} – {day(endsOn)}
          </RailFact>
        )}
        <RailFact name={words('minutes')}>{format.minutes(minutes)}</RailFact>
      </dl>
      <p>
        <Link to={queryPath(`project:${id}`)}>{words('projectCases', { count: activeCases })}</Link>
      </p>
    </>
  )
}
