/** Some answers, and how many of them were right. */
export type Share = { readonly of: number; readonly rights: number }
export const none: Share = { of: 0, rights: 0 }

/** A share with one more answer in it. */
export const counted = (share: Share | undefined, isRight: boolean): Share => ({
  of: (share?.of ?? 0) + 1,
  rights: (share?.rights ?? 0) + (isRight ? 1 : 0),
})
