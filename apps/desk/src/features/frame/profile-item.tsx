import { Menu } from '@mantine/core'
import { Link } from 'react-router'

import { profilePlace } from '../../shared/places/places.ts'
import { useFrameWords } from '../../shared/places/use-frame-words.ts'
import { PlaceIcon } from './place-icon.tsx'

/** The way to one's own profile, in the menu of the person. */
export function ProfileItem() {
  const words = useFrameWords()
  return (
    <Menu.Item component={Link} to={profilePlace.href} leftSection={<PlaceIcon name={profilePlace.words} />}>
      {words(profilePlace.words)}
    </Menu.Item>
  )
}
