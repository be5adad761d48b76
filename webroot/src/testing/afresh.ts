import { vi } from 'vitest';

// All files share one world, whose libraries are loaded once. What is ours is loaded anew for each
// of them; nobody finds what another has put away, or hears what another says to other tabs.
vi.resetModules();
Reflect.deleteProperty(globalThis, 'BroadcastChannel');
if (typeof window !== 'undefined') {
  localStorage.clear();
  sessionStorage.clear();
}
