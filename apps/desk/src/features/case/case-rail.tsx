import type { Case } from '@timedesk/contracts/cases'

import { CaseCoverCard } from './case-cover.tsx'
import './case-rail.css'
import { ChecklistCard } from './checklist/checklist-card.tsx'
import { FieldsCard } from './fields/fields-card.tsx'
import { LinksCard } from './links/links-card.tsx'
import { Participants } from './merging/participants.tsx'
import { PeopleCard } from './people-card.tsx'
import { CustomerPart } from './rail/customer-card.tsx'
import { DetailsPart } from './rail/details-card.tsx'
import { FilesCard } from './rail/files-card.tsx'
import { ProjectCard } from './rail/project-card.tsx'
import { useRailWords } from './rail/use-rail-words.ts'
import { ResolutionCard } from './resolution-card.tsx'
import { RunsCard } from './runs/runs-card.tsx'
import { SidesCard } from './sides/sides-card.tsx'
import { SimilarCard } from './similar/similar-card.tsx'
import type { CaseUpdate } from './use-update-case.ts'

type CaseRailProps = { subject: Case; update: CaseUpdate; onEdit: () => void }

/** Who the case is for, what pays for it, and what else is known of it. */
export function CaseRail({ subject, update, onEdit }: CaseRailProps) {
  const words = useRailWords()
  return (
    <aside className="desk-rail" aria-label={words('rail')}>
      <CustomerPart subject={subject} />
      <CaseCoverCard subject={subject} update={update} />
      <PeopleCard subject={subject} participants={<Participants subject={subject} />} />
      <ResolutionCard subject={subject} />
      <FieldsCard subject={subject} />
      <ChecklistCard subject={subject} />
      <LinksCard subject={subject} />
      <SidesCard subject={subject} />
      {subject.project !== null && <ProjectCard project={subject.project} />}
      <FilesCard subject={subject} />
      <SimilarCard subject={subject} />
      <DetailsPart subject={subject} onEdit={onEdit} />
      <RunsCard subject={subject} />
    </aside>
  )
}
