/** Plain words for what a schema says it expected, by its phrase; the first that fits holds. */
export const englishExpectations: readonly (readonly [schema: RegExp, plain: string])[] = [
  [/^number$/, 'a number'],
  [/^(?:int|integer)$/, 'a whole number'],
  [/^string$/, 'a text'],
  [/^boolean$/, 'yes or no'],
  [/^array$/, 'a list'],
  [/^(?:object|record)$/, 'a group of fields'],
  [/^(?:number|int|integer) >=(\S+)$/, '$1 or more'],
  [/^(?:number|int|integer) >(\S+)$/, 'more than $1'],
  [/^(?:number|int|integer) <=(\S+)$/, 'at most $1'],
  [/^(?:number|int|integer) <(\S+)$/, 'less than $1'],
  [/^string >=1 characters$/, 'a text'],
  [/^string <=(\S+) characters$/, 'a text of at most $1 signs'],
  [/^array >=1 items$/, 'a list that is not empty'],
  [/^array <=(\S+) items$/, 'a list of at most $1'],
  [/^Invalid input$/, 'a value that this field takes'],
]
