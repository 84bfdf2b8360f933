import { widthFor } from '../frame.ts'
import type { Model, Screen } from '../model.ts'
import { chooseBody } from './choose.ts'
import { commitBody } from './commit.ts'
import { examBody } from './exam.ts'
import { faceBody } from './face.ts'
import { feedbackBody } from './feedback.ts'
import { handinBody } from './handin.ts'
import { helpBody } from './help.ts'
import { homeBody } from './home.ts'
import { ideaBody } from './idea.ts'
import { ideasBody } from './ideas.ts'
import { jumpBody } from './jump.ts'
import { lobbyBody } from './lobby.ts'
import { matchBody } from './match.ts'
import { orderBody } from './order.ts'
import { pageBody } from './page.ts'
import { paletteBody } from './palette.ts'
import { pausedBody } from './paused.ts'
import { progressBody } from './progress.ts'
import { ratingBody } from './rating.ts'
import { recallBody } from './recall.ts'
import { reportBody } from './report.ts'
import { searchBody } from './search.ts'
import { summaryBody } from './summary.ts'
import { throughBody } from './through.ts'
import { topicsBody } from './topics.ts'
import { typeBody } from './type.ts'
import type { Body } from './view.ts'
import { dateBody, minutesBody, welcomeBody } from './welcome.ts'

/** What the screen shows, and how high it is. */
export function bodyOf(model: Model, screen: Screen = model.screens[0]): Body {
  const width = widthFor(model.size)
  switch (screen.at) {
    case 'welcome':
      return welcomeBody(model, screen, width)
    case 'date':
      return dateBody(model, screen, width)
    case 'minutes':
      return minutesBody(model, screen, width)
    case 'home':
      return homeBody(model, screen, width)
    case 'recall':
      return recallBody(model, screen, width)
    case 'type':
      return typeBody(model, screen, width)
    case 'commit':
      return commitBody(model, screen, width)
    case 'choose':
      return chooseBody(model, screen, width)
    case 'feedback':
      return feedbackBody(model, screen, width)
    case 'match':
      return matchBody(model, screen, width)
    case 'order':
      return orderBody(model, screen, width)
    case 'rating':
      return ratingBody(model, screen, width)
    case 'summary':
      return summaryBody(model, screen, width)
    case 'search':
      return searchBody(model, screen, width)
    case 'topics':
      return topicsBody(model, screen, width)
    case 'page':
      return pageBody(model, screen, width)
    case 'idea':
      return ideaBody(model, screen, width)
    case 'face':
      return faceBody(model, screen, width)
    case 'lobby':
      return lobbyBody(model, screen, width)
    case 'exam':
      return examBody(model, screen, width)
    case 'jump':
      return jumpBody(model, screen, width)
    case 'handin':
      return handinBody(model, screen, width)
    case 'paused':
      return pausedBody(model, screen, width)
    case 'report':
      return reportBody(model, screen, width)
    case 'through':
      return throughBody(model, screen, width)
    case 'progress':
      return progressBody(model, screen, width)
    case 'ideas':
      return ideasBody(model, screen, width)
    case 'help':
      return helpBody(model, screen, width)
    case 'palette':
      return paletteBody(model, screen, width)
  }
}
