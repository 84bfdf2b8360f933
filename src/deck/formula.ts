import jsep, {
  type BinaryExpression,
  type CallExpression,
  type Expression,
  type Identifier,
  type Literal,
  type UnaryExpression,
} from 'jsep'

// jsep reads ^ as the exclusive or of bits; in a formula it is a power, which binds to the right.
jsep.removeBinaryOp('^')
jsep.addBinaryOp('^', 11, true)

const longest = 400

/** A formula that was read; gives NaN-free numbers or throws a RangeError. */
export type Formula = (values: Readonly<Record<string, number>>) => number

const functions: Readonly<Record<string, (...numbers: number[]) => number>> = {
  min: Math.min,
  max: Math.max,
  ceil: Math.ceil,
  floor: Math.floor,
  round: Math.round,
}
const operators: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
}

/** Reads a formula of numbers, names, + - * / ^, min, max, ceil, floor, round. Throws a SyntaxError that says what it does not know. */
export function formulaOf(text: string): Formula {
  if (text.length > longest) throw new SyntaxError(`a formula may have ${longest} characters at most`)
  const tree = read(text)
  known(tree)
  return values => {
    const result = value(tree, values)
    if (!Number.isFinite(result)) throw new RangeError(`${text} gives no number`)
    return result
  }
}

/** The names that a formula asks for. */
export function namesIn(text: string): readonly string[] {
  const found = new Set<string>()
  const walk = (node: Expression): void => {
    if (node.type === 'Identifier') found.add((node as Identifier).name)
    else if (node.type === 'BinaryExpression')
      [(node as BinaryExpression).left, (node as BinaryExpression).right].forEach(walk)
    else if (node.type === 'UnaryExpression') walk((node as UnaryExpression).argument)
    else if (node.type === 'CallExpression') (node as CallExpression).arguments.forEach(walk)
  }
  walk(read(text))
  return [...found]
}

function read(text: string): Expression {
  try {
    return jsep(text)
  } catch (error) {
    throw new SyntaxError(`"${text}": ${(error as Error).message}`)
  }
}

/** Throws unless a tree is made of what formulas know. */
function known(node: Expression): void {
  switch (node.type) {
    case 'Literal':
      if (typeof (node as Literal).value !== 'number') throw new SyntaxError(`${(node as Literal).raw} is not a number`)
      break
    case 'Identifier':
      break
    case 'UnaryExpression': {
      const { operator, argument } = node as UnaryExpression
      if (operator !== '-' && operator !== '+') throw new SyntaxError(`${operator} is not known in formulas`)
      known(argument)
      break
    }
    case 'BinaryExpression': {
      const { operator, left, right } = node as BinaryExpression
      if (!Object.hasOwn(operators, operator)) throw new SyntaxError(`${operator} is not known in formulas`)
      known(left)
      known(right)
      break
    }
    case 'CallExpression': {
      const { callee, arguments: given } = node as CallExpression
      const name = callee.type === 'Identifier' ? (callee as Identifier).name : ''
      if (!Object.hasOwn(functions, name))
        throw new SyntaxError(`${name || 'this'} is not a function that formulas know`)
      if (given.length === 0) throw new SyntaxError(`${name} needs a number`)
      given.forEach(known)
      break
    }
    default:
      throw new SyntaxError('it is not one formula of numbers and names')
  }
}

function value(node: Expression, values: Readonly<Record<string, number>>): number {
  switch (node.type) {
    case 'Literal':
      return (node as Literal).value as number
    case 'Identifier': {
      const { name } = node as Identifier
      const found = Object.hasOwn(values, name) ? values[name] : undefined
      if (found === undefined) throw new RangeError(`${name} is not given`)
      return found
    }
    case 'UnaryExpression': {
      const { operator, argument } = node as UnaryExpression
      return operator === '-' ? -value(argument, values) : value(argument, values)
    }
    case 'BinaryExpression': {
      const { operator, left, right } = node as BinaryExpression
      return operators[operator]?.(value(left, values), value(right, values)) ?? Number.NaN
    }
    default: {
      const { callee, arguments: given } = node as CallExpression
      return functions[(callee as Identifier).name]?.(...given.map(part => value(part, values))) ?? Number.NaN
    }
  }
}
