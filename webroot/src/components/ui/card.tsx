import type { HTMLAttributes } from 'react';
import './card.css';

interface CardProps extends HTMLAttributes<HTMLElement> {
  as: 'section' | 'li' | 'div';
}

export function Card({ as: Element, className = '', ...rest }: CardProps) {
  return <Element className={`card ${className}`} {...rest} />;
}
