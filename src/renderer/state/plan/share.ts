/**
 * The next value, made of the parts of the one before wherever they are equal: what did not change stays the same
 * object, so screens need not draw it again.
 */
export function share<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next
  if (typeof before !== 'object' || typeof next !== 'object' || before === null || next === null) return next
  if (Array.isArray(before) !== Array.isArray(next)) return next
  const keys = Object.keys(next)
  let isSame = keys.length === Object.keys(before).length
  const made: object = Array.isArray(next) ? [] : {}
  for (const key of keys) {
    const own: unknown = Reflect.get(before, key)
    const shared = share(own, Reflect.get(next, key))
    Reflect.set(made, key, shared)
    isSame &&= Object.is(shared, own) && Object.hasOwn(before, key)
  }
  return (isSame ? before : made) as T
}
