import type { Candidate } from './staffing.ts'

/** Each in turn, in the order of ids: the first after the one whose turn it was last, whoever came or left since. */
export function chooseInTurn(candidates: readonly Candidate[], lastId: string | null): Candidate | null {
  const inOrder = candidates.toSorted(byId)
  return inOrder.find(({ id }) => lastId !== null && id > lastId) ?? inOrder[0] ?? null
}

/** Who has least to do; of several the first by id. */
export function chooseLeastLoaded(candidates: readonly Candidate[]): Candidate | null {
  return candidates.toSorted((one, other) => one.loadMinutes - other.loadMinutes || byId(one, other))[0] ?? null
}

/** Who knows the skills best, by the sum of levels; of several who has least to do. */
export function chooseMostSkilled(candidates: readonly Candidate[], skillIds: readonly string[]): Candidate | null {
  const levelOf = (candidate: Candidate) =>
    skillIds.reduce((sum, skillId) => sum + (candidate.skills.get(skillId) ?? 0), 0)
  const best = Math.max(...candidates.map(levelOf))
  return chooseLeastLoaded(candidates.filter((candidate) => levelOf(candidate) === best))
}

/** Whether somebody has every one of the skills. */
export function hasSkills({ skills }: Candidate, skillIds: readonly string[]): boolean {
  return skillIds.every((skillId) => skills.has(skillId))
}

function byId(one: Candidate, other: Candidate): number {
  return one.id < other.id ? -1 : Number(one.id > other.id)
}
