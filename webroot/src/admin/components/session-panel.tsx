import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { toastDone, toastFailure } from '@/admin/lib/toast';
import type { Schema } from '@/admin/schema';
import { Loaded } from './loaded';
import { Panel } from './panel';
import { SessionList } from './session-list';

interface SessionPanelProps {
  title: string;
  /** What is said when one was ended. */
  ended: string;
  sessions: UseQueryResult<{ items: Schema<'Session'>[] }>;
  end: UseMutationResult<unknown, Error, string>;
  action?: ReactNode;
}

/** The open sessions of one person, each of which can be ended. */
export function SessionPanel({ title, ended, sessions, end, action }: SessionPanelProps) {
  return (
    <Panel title={title} action={action}>
      <Loaded query={sessions} heights={[48, 48]}>
        {({ items }) => (
          <SessionList
            sessions={items}
            busy={end.isPending ? end.variables : undefined}
            onEnd={(id) => {
              end.mutate(id, {
                onSuccess: () => {
                  toastDone(ended);
                },
                onError: toastFailure,
              });
            }}
          />
        )}
      </Loaded>
    </Panel>
  );
}
