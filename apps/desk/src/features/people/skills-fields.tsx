import { ActionIcon, SegmentedControl, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { SKILLS_PER_EMPLOYEE_MAX } from '@timedesk/contracts/limits'
import type { EmployeeSkill } from '@timedesk/contracts/skills'
import type { ReactNode } from 'react'

import { skillQueries } from '../../shared/dispatch/skill-queries.ts'
import './people.css'
import { usePeopleWords } from './use-people-words.ts'
import type { SkillDraft } from './use-save-employee.ts'

const LEVELS = [1, 2, 3] as const
const FIRST_LEVEL = 2

type SkillsFieldsProps = {
  value: readonly SkillDraft[]
  /** The skills that somebody has already, which may be out of use by now. */
  known: readonly EmployeeSkill[]
  error: ReactNode
  onChange: (skills: readonly SkillDraft[]) => void
}

/** What somebody knows, and how well. */
export function SkillsFields({ value, known, error, onChange }: SkillsFieldsProps) {
  const words = usePeopleWords()
  const { data: skills } = useQuery(skillQueries.list())
  const nameOf = (id: string) => [...(skills ?? []), ...known].find((skill) => skill.id === id)?.name ?? ''
  const toAdd = (skills ?? []).filter(({ id, isActive }) => isActive && !value.some(({ skillId }) => skillId === id))
  return (
    <fieldset className="desk-skills">
      <legend>{words('skills')}</legend>
      <p className="desk-quiet desk-small">{words(skills?.length === 0 ? 'noSkills' : 'skillsHint')}</p>
      {value.map(({ skillId, level }) => {
        const name = nameOf(skillId)
        return (
          <div key={skillId} className="desk-skill">
            <span>{name}</span>
            <SegmentedControl
              size="xs"
              aria-label={words('skillLevel', { name })}
              data={LEVELS.map((step) => ({ value: String(step), label: words(`level_${step}`) }))}
              value={String(level)}
              onChange={(chosen) =>
                onChange(value.map((one) => (one.skillId === skillId ? { skillId, level: Number(chosen) } : one)))
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={words('removeSkill', { name })}
              onClick={() => onChange(value.filter((one) => one.skillId !== skillId))}
            >
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>
          </div>
        )
      })}
      {toAdd.length > 0 && value.length < SKILLS_PER_EMPLOYEE_MAX && (
        <Select
          // A new one for each choice, which begins empty.
          key={value.length}
          size="xs"
          aria-label={words('addSkill')}
          placeholder={words('addSkill')}
          searchable
          data={toAdd.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={(skillId) => {
            if (skillId !== null) onChange([...value, { skillId, level: FIRST_LEVEL }])
          }}
        />
      )}
      {error !== undefined && <div className="desk-error">{error}</div>}
    </fieldset>
  )
}
