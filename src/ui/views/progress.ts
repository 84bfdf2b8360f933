import type { Part } from '../model.ts'
import { calendarBody } from './calendar.ts'
import { dueBody } from './due.ts'
import { kindsBody } from './kinds.ts'
import { overviewBody } from './overview.ts'
import { standingBody } from './standing.ts'
import type { View } from './view.ts'

const parts = {
  overview: overviewBody,
  topics: standingBody,
  kinds: kindsBody,
  calendar: calendarBody,
  due: dueBody,
} as const satisfies Record<Part, View<'progress'>>

export const progressBody: View<'progress'> = (model, screen, width) => parts[screen.part](model, screen, width)
