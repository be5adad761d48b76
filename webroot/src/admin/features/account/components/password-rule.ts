import { z } from '@/admin/lib/zod';

const shortest = 12;
const longest = 128;

/** Length is all that is asked of a password here; the server also knows the common ones. */
export function passwordRule(tooShort: string, tooLong: (most: number) => string) {
  return z.string().min(shortest, tooShort).max(longest, tooLong(longest));
}
