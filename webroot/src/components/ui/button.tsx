import type { ComponentProps } from 'react';
import './button.css';

type Kind = 'primary' | 'quiet';

export function Button({ kind = 'primary', ...rest }: ComponentProps<'button'> & { kind?: Kind }) {
  return <button type="button" className={`button button--${kind}`} {...rest} />;
}

interface ButtonLinkProps {
  href: string;
  children: string;
  kind?: Kind;
}

export function ButtonLink({ href, children, kind = 'primary' }: ButtonLinkProps) {
  return (
    <a href={href} className={`button button--${kind}`}>
      {children}
    </a>
  );
}
