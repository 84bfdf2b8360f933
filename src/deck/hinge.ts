/** What an option comes to under a hinge; all of the pool may be shown under each of them. `wrong here`: the hinge says why; `wrong everywhere`: its own `why` does. */
export type Standing = 'right' | 'wrong here' | 'wrong everywhere' | 'unexplained'

type Ruling = { readonly right: string; readonly why: Readonly<Record<string, string>> }

/** How an option stands under one of a card's hinges. The own `why` of an option that another hinge makes right is a reason for it, so it explains nothing here. */
export function standingOf(option: string, hinge: Ruling, hinges: readonly Ruling[]): Standing {
  if (option === hinge.right) return 'right'
  if (Object.hasOwn(hinge.why, option)) return 'wrong here'
  return hinges.some(other => other.right === option) ? 'unexplained' : 'wrong everywhere'
}
