import { z } from 'zod';

// The policy of the admin allows no code made from text, which the library would try for speed.
z.config({ jitless: true });

export { z };
