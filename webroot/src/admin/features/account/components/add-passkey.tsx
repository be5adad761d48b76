import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { startRegistration } from '@simplewebauthn/browser';
import { useMutation } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { ErrorPanel } from '@/admin/components/error-panel';
import { isProblem } from '@/admin/lib/api/problem';
import { useWords } from '@/admin/lib/i18n';
import { toastDone } from '@/admin/lib/toast';
import { useAddPasskey } from '../api/add-passkey';
import { useBeginPasskey } from '../api/begin-passkey';
import { words } from '../words';

export function AddPasskey({ onDone }: { onDone: () => void }) {
  const text = useWords(words);
  const [name, setName] = useState('');
  const begin = useBeginPasskey();
  const add = useAddPasskey();
  const adding = useMutation({
    mutationFn: async () => {
      const { ticket, options } = await begin.mutateAsync();
      const credential = await startRegistration({ optionsJSON: options as never });
      return add.mutateAsync({ ticket, name: name.trim(), credential });
    },
    onSuccess: () => {
      toastDone(text.passkeyAdded);
      onDone();
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() !== '') adding.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        {adding.isError && <Declined failure={adding.error} />}
        <TextInput
          data-autofocus
          label={text.passkeyName}
          description={text.passkeyNameHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={80}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <Button type="submit" loading={adding.isPending} disabled={name.trim() === ''}>
          {text.passkeyAdd}
        </Button>
      </Stack>
    </form>
  );
}

function Declined({ failure }: { failure: unknown }) {
  const text = useWords(words);
  if (isProblem(failure)) return <ErrorPanel failure={failure} />;
  return (
    <Alert color="yellow" role="alert" title={text.passkeyFailed}>
      {text.passkeyFailedDetail}
    </Alert>
  );
}
