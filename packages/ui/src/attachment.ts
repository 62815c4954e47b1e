/** A file that was attached to something, to be shown or downloaded. */
export type Attachment = {
  id: string
  name: string
  contentType: string
  /** Bytes. */
  size: number
  /** Where to have it from. */
  url: string
  /** A smaller picture of an image; `url` unless told. */
  thumbnailUrl?: string | undefined
}
