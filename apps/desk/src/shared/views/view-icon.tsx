import {
  IconAlarm,
  IconArchive,
  IconBell,
  IconBolt,
  IconBug,
  IconBuilding,
  IconClock,
  IconEye,
  IconFlag,
  IconHelpCircle,
  IconHourglassHigh,
  IconInbox,
  IconList,
  IconMoon,
  IconPencil,
  IconStack2,
  IconStar,
  IconTag,
  IconUser,
  IconUserQuestion,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import type { ViewIcon as ViewIconName } from '@timedesk/contracts/case-views'

const ICONS: Record<ViewIconName, Icon> = {
  list: IconList,
  inbox: IconInbox,
  star: IconStar,
  flag: IconFlag,
  clock: IconClock,
  hourglass: IconHourglassHigh,
  moon: IconMoon,
  bolt: IconBolt,
  eye: IconEye,
  pencil: IconPencil,
  question: IconHelpCircle,
  user: IconUser,
  users: IconUsers,
  building: IconBuilding,
  tag: IconTag,
  bug: IconBug,
  bell: IconBell,
  archive: IconArchive,
}
/** Signs that views of the product have instead of those to choose from. */
const OWN = { breaching: IconAlarm, unassigned: IconUserQuestion, active: IconStack2 } as const

/** The sign of a view: of a shipped one perhaps its own, of a saved one the one that was chosen. */
export function ViewIcon({
  view: { id, icon },
  size = 18,
}: {
  view: { id: string; icon: ViewIconName }
  size?: number
}) {
  const Sign = isOwn(id) ? OWN[id] : ICONS[icon]
  return <Sign size={size} stroke={1.6} aria-hidden="true" />
}

function isOwn(id: string): id is keyof typeof OWN {
  return Object.hasOwn(OWN, id)
}

/** A sign that a saved view can have. */
export function SavedViewIcon({ icon }: { icon: ViewIconName }) {
  const Sign = ICONS[icon]
  return <Sign size={18} stroke={1.6} aria-hidden="true" />
}
