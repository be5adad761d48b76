import './pill.css';

export type Tone = 'quiet' | 'success' | 'warn' | 'danger';

export function Pill({ tone, children }: { tone: Tone; children: string }) {
  return <span className={`pill pill--${tone}`}>{children}</span>;
}
