import { Button } from '@mantine/core';
import { startAuthentication } from '@simplewebauthn/browser';
import { useMutation } from '@tanstack/react-query';
import { Fingerprint } from 'lucide-react';
import type { Schema } from '@/admin/schema';

export interface PasskeyProof {
  ticket: string;
  credential: object;
}

interface PasskeyButtonProps {
  label: string;
  options: () => Promise<Schema<'PasskeyAsked'>>;
  onProof: (proof: PasskeyProof) => void;
  onFailure: () => void;
}

export function PasskeyButton({ label, options, onProof, onFailure }: PasskeyButtonProps) {
  const proving = useMutation({
    mutationFn: async () => {
      const { ticket, options: asked } = await options();
      const credential = await startAuthentication({ optionsJSON: asked as never });
      return { ticket, credential };
    },
    onSuccess: onProof,
    onError: onFailure,
  });
  return (
    <Button
      variant="default"
      fullWidth
      loading={proving.isPending}
      leftSection={<Fingerprint size={18} strokeWidth={1.5} aria-hidden />}
      onClick={() => {
        proving.mutate();
      }}
    >
      {label}
    </Button>
  );
}
