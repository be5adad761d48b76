import { adminPaths } from '@/config/admin-paths';
import { api } from '@/admin/lib/api/client';
import { isProblem } from '@/admin/lib/api/problem';
import { type Backoff, backoff } from './backoff';

export interface Present {
  id: string;
  name: string;
  where: string;
}

export type Frame =
  | { type: 'hello'; presence?: Present[] }
  | { type: 'presence'; people: Present[] }
  | { type: 'counts'; [kind: string]: unknown }
  | { type: 'changed'; what: string; id?: string }
  | { type: 'job'; [kind: string]: unknown }
  | { type: 'bye'; reason: string };

export interface LiveLine {
  here: (where: string) => void;
  close: () => void;
}

/** Keeps one line to the server open and opens it again when it broke, ever more patiently. */
export function openLive(hear: (frame: Frame) => void): LiveLine {
  const pause: Backoff = backoff();
  let socket: WebSocket | null = null;
  let timer: number | undefined;
  let place = '';
  let closed = false;

  const say = (frame: object) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };
  const again = () => {
    if (!closed) timer = window.setTimeout(() => void connect(), pause.next());
  };
  const connect = async () => {
    try {
      const { ticket } = await api.post<{ ticket: string }>(adminPaths.api.liveTicket, {
        background: true,
      });
      if (closed) return;
      socket = new WebSocket(adminPaths.live(ticket));
    } catch (failure) {
      // Without a live line the screens ask for themselves.
      if (!isProblem(failure, 401, 403, 404)) again();
      return;
    }
    socket.onopen = () => {
      pause.reset();
      say({ type: 'here', where: place });
    };
    socket.onmessage = (event: MessageEvent<string>) => {
      hear(JSON.parse(event.data) as Frame);
    };
    socket.onclose = again;
  };

  void connect();
  return {
    here: (where) => {
      place = where;
      say({ type: 'here', where });
    },
    close: () => {
      closed = true;
      window.clearTimeout(timer);
      socket?.close();
    },
  };
}
