/** The id of an option or a hinge; a slug of its text where none is given. */
export const idOf = ({ id, text }: { id?: string | undefined; text: string }): string =>
  id ??
  (text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') ||
    'x')
