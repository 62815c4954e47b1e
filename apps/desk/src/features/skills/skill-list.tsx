import { useQuery } from '@tanstack/react-query'

import { skillQueries } from '../../shared/dispatch/skill-queries.ts'
import { SettingList } from '../../shared/settings/setting-list.tsx'
import { SkillDialog } from './skill-dialog.tsx'
import { useSkillWords } from './use-skill-words.ts'

/** The skills, with how many people have each. */
export function SkillList({ mayWrite }: { mayWrite: boolean }) {
  const words = useSkillWords()
  return (
    <SettingList
      query={useQuery(skillQueries.list())}
      label={words('title')}
      emptyText={words('empty')}
      columns={[{ key: 'people', header: words('people'), align: 'end', render: ({ people }) => people }]}
      mayWrite={mayWrite}
      renderDialog={(skill, onClose) => <SkillDialog skill={skill} onClose={onClose} />}
    />
  )
}
