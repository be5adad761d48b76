import { useCallback, useEffect, useState } from 'react';

const key = 'admin.active';
const longestWarning = 5 * 60;
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const noteEvery = 5_000;

/**
 * Seconds until the session ends for want of anybody at work, in its last five minutes or its last
 * half, whichever is shorter; and a way to say that somebody is here.
 */
export function useIdle(idleMinutes: number, onActive: () => void, onIdle: () => void) {
  const [left, setLeft] = useState<number | null>(null);
  const stay = useCallback(() => {
    localStorage.setItem(key, String(Date.now()));
    setLeft(null);
    onActive();
  }, [onActive]);
  useEffect(() => {
    const warning = Math.min(longestWarning, idleMinutes * 30);
    let noted = 0;
    const note = () => {
      const now = Date.now();
      if (now - noted < noteEvery) return;
      noted = now;
      localStorage.setItem(key, String(now));
      onActive();
    };
    const look = () => {
      const active = Number(localStorage.getItem(key) ?? Date.now());
      const seconds = Math.ceil((active + idleMinutes * 60_000 - Date.now()) / 1000);
      setLeft(seconds <= warning ? Math.max(0, seconds) : null);
      if (seconds <= 0) onIdle();
    };
    localStorage.setItem(key, String(Date.now()));
    signs.forEach((sign) => {
      window.addEventListener(sign, note, { passive: true });
    });
    const timer = window.setInterval(look, 1000);
    return () => {
      window.clearInterval(timer);
      signs.forEach((sign) => {
        window.removeEventListener(sign, note);
      });
    };
  }, [idleMinutes, onActive, onIdle]);
  return { left, stay };
}
