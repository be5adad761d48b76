import { Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

interface GateCardProps {
  title: string;
  text?: string | undefined;
  wide?: boolean;
  children: ReactNode;
}

/** One step of the way in. */
export function GateCard({ title, text, wide, children }: GateCardProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Magnetiq`;
    if (document.activeElement === document.body) heading.current?.focus();
  }, [title]);
  return (
    <div className="gate__card" data-wide={wide ? true : undefined}>
      <Stack gap="lg">
        <Stack gap={4}>
          <Title order={1} size="h2" ref={heading} tabIndex={-1} className="page-header__title">
            {title}
          </Title>
          {text !== undefined && <Text c="dimmed">{text}</Text>}
        </Stack>
        {children}
      </Stack>
    </div>
  );
}
