/** Fields of errors by Node and discord.js that tell where something failed, and hold nothing that a person wrote. */
const TELLING = ['code', 'status', 'method', 'url', 'syscall', 'faults'] as const;

/** Causes shown; an error may be its own cause. */
const DEEPEST = 3;

/**
 * An error as fields of a log line. What discord.js adds to its errors, such as the whole message that Discord did
 * not take, stays out: it repeats what people asked.
 */
export function describeError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const telling = TELLING.flatMap((field) => {
    const value: unknown = Reflect.get(error, field);
    return value === undefined ? [] : [[field, value] as const];
  });
  return {
    type: error.name,
    message: error.message,
    ...Object.fromEntries(telling),
    stack: error.stack,
    ...(error.cause !== undefined && depth < DEEPEST && { cause: describeError(error.cause, depth + 1) }),
  };
}
