import { render, Text } from 'ink'
import { createElement } from 'react'

// What an app of Ink costs before it does anything.
render(createElement(Text, null, 'Hello'))
setTimeout(() => {}, 60_000)
