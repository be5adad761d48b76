import type { ComponentProps } from 'react';
import './button.css';

type Kind = 'primary' | 'secondary' | 'quiet';

export function Button({ kind = 'primary', ...rest }: ComponentProps<'button'> & { kind?: Kind }) {
  return <button type="button" className={`button button--${kind}`} {...rest} />;
}

export function ButtonLink({
  kind = 'primary',
  children,
  ...rest
}: ComponentProps<'a'> & { kind?: Kind }) {
  return (
    <a className={`button button--${kind}`} {...rest}>
      {children}
    </a>
  );
}
