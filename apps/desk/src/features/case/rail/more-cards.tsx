import type { Case } from '@timedesk/contracts/cases'
import { useEffect, useEffectEvent } from 'react'

import { ChecklistCard } from '../checklist/checklist-card.tsx'
import { ContextCards } from '../context/context-cards.tsx'
import { FieldsCard } from '../fields/fields-card.tsx'
import { LinksCard } from '../links/links-card.tsx'
import { ResolutionCard } from '../resolution-card.tsx'
import { RunsCard } from '../runs/runs-card.tsx'
import { SidesCard } from '../sides/sides-card.tsx'
import { SimilarCard } from '../similar/similar-card.tsx'
import { DetailsPart } from './details-card.tsx'
import { FilesCard } from './files-card.tsx'
import { ProjectCard } from './project-card.tsx'

type MoreCardsProps = {
  subject: Case
  onEdit: () => void
  /** Told once the cards stand, with their keys. */
  onThere: () => void
}

/** What stands beside a case below its customer, cover and people. */
export function MoreCards({ subject, onEdit, onThere }: MoreCardsProps) {
  const tell = useEffectEvent(onThere)
  useEffect(() => tell(), [])
  return (
    <>
      <ContextCards subject={subject} />
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
    </>
  )
}
