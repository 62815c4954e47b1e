import type { ReactNode } from 'react'

import { attachmentId, isMention, safeLink } from './markdown-safety.ts'
import type { useWords } from './use-words.ts'

export type ShownPicture = { name: string; url: string }

export type PictureTools = {
  words: ReturnType<typeof useWords>
  resolveAttachment: ((id: string) => string | undefined) | undefined
  onShowPicture: ((picture: ShownPicture) => void) | undefined
}

type SafeLinkProps = { address: string | undefined; title?: string | undefined; children: ReactNode }

/** A link to where a reader may be sent; the words alone where it leads elsewhere. */
export function SafeLink({ address, title, children }: SafeLinkProps) {
  if (isMention(address)) return <span className="td-mention">{children}</span>
  const href = safeLink(address)
  return href === undefined ? (
    <span>{children}</span>
  ) : (
    <a href={href} title={title} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}

type ShownImageProps = PictureTools & { url: string; name: string; isInLink: boolean }

/**
 * A picture from our own attachments. One of another site becomes a link, since loading it tells its owner who reads this
 * and when; inside a link only the words remain, as a link cannot hold a link.
 */
export function ShownImage({ url, name, isInLink, words, resolveAttachment, onShowPicture }: ShownImageProps) {
  const id = attachmentId(url)
  if (id === undefined) {
    const address = safeLink(url)
    const said = words('remoteImage', { name: name === '' ? (address ?? '') : name })
    return isInLink ? <span>{said}</span> : <SafeLink address={address}>{said}</SafeLink>
  }
  const place = resolveAttachment?.(id)
  if (place === undefined) return <span className="td-markdown-missing">{words('imageMissing', { name })}</span>
  const picture = <img src={place} alt={name} loading="lazy" decoding="async" />
  return onShowPicture === undefined ? (
    picture
  ) : (
    <button
      type="button"
      className="td-markdown-picture td-focus"
      aria-label={words('showImage', { name })}
      onClick={() => {
        onShowPicture({ name, url: place })
      }}
    >
      {picture}
    </button>
  )
}
