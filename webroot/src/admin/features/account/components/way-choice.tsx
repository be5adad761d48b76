import { Stack, Text, UnstyledButton } from '@mantine/core';
import { Fingerprint, Smartphone } from 'lucide-react';
import { useWords } from '@/admin/lib/i18n';
import { words } from '../words';
import './way-choice.css';

interface WayChoiceProps {
  onChoose: (way: 'totp' | 'passkey') => void;
}

export function WayChoice({ onChoose }: WayChoiceProps) {
  const text = useWords(words);
  const ways = [
    { way: 'passkey', icon: Fingerprint, name: text.enrolPasskey, detail: text.enrolPasskeyText },
    { way: 'totp', icon: Smartphone, name: text.enrolApp, detail: text.enrolAppText },
  ] as const;
  return (
    <Stack gap="sm">
      {ways.map(({ way, icon: Icon, name, detail }) => (
        <UnstyledButton
          key={way}
          className="way-choice"
          onClick={() => {
            onChoose(way);
          }}
        >
          <Icon size={24} strokeWidth={1.5} aria-hidden />
          <span>
            <Text component="span" display="block" fw={600}>
              {name}
            </Text>
            <Text component="span" display="block" size="sm" c="dimmed">
              {detail}
            </Text>
          </span>
        </UnstyledButton>
      ))}
    </Stack>
  );
}
