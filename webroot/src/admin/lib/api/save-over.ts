import { isProblem } from './problem';

interface Saving<T extends { version: number }> {
  base: T;
  /** What is saved of it. */
  fields: (record: T) => unknown;
  read: () => Promise<T>;
  write: (version: number) => Promise<T>;
}

/** Saves what was read before; a version that moved without touching these fields is no conflict. */
export async function saveOver<T extends { version: number }>(saving: Saving<T>): Promise<T> {
  const { base, fields, read, write } = saving;
  try {
    return await write(base.version);
  } catch (failure) {
    if (!isProblem(failure, 412)) throw failure;
    const now = await read();
    if (JSON.stringify(fields(now)) !== JSON.stringify(fields(base))) throw failure;
    return write(now.version);
  }
}
