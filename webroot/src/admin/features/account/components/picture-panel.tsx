import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { Panel } from '@/admin/components/panel';
import { PersonAvatar } from '@/admin/components/person-avatar';
import { isProblem } from '@/admin/lib/api/problem';
import { useWords } from '@/admin/lib/i18n';
import { toastFailure } from '@/admin/lib/toast';
import { useMe } from '@/admin/lib/use-session';
import { useState } from 'react';
import { useRemoveAvatar } from '../api/remove-avatar';
import { useSetAvatar } from '../api/set-avatar';
import { profileWords } from '../profile-words';

const most = 250 * 1024;
const kinds = ['image/png', 'image/jpeg', 'image/webp'];

export function PicturePanel() {
  const text = useWords(profileWords);
  const me = useMe();
  const set = useSetAvatar();
  const remove = useRemoveAvatar();
  const [refusal, setRefusal] = useState('');
  const choose = async (file: File | null) => {
    if (file === null) return;
    const wrong = refusalOf(file, text);
    setRefusal(wrong);
    if (wrong !== '') return;
    set.mutate(
      { type: file.type, data: await base64(file) },
      {
        onError: (failure) => {
          if (isProblem(failure, 400, 413, 422)) setRefusal(text.pictureBad);
          else toastFailure(failure);
        },
      },
    );
  };
  return (
    <Panel title={text.picture}>
      <Group align="center" gap="lg">
        <PersonAvatar person={me} size={72} />
        <Stack gap="xs">
          <Group gap="xs">
            <FileButton accept={kinds.join(',')} onChange={(file) => void choose(file)}>
              {(props) => (
                <Button {...props} variant="default" size="xs" loading={set.isPending}>
                  {text.pictureChoose}
                </Button>
              )}
            </FileButton>
            {me.hasAvatar && (
              <Button
                variant="subtle"
                size="xs"
                loading={remove.isPending}
                onClick={() => {
                  remove.mutate(undefined, { onError: toastFailure });
                }}
              >
                {text.pictureRemove}
              </Button>
            )}
          </Group>
          <Text size="sm" c={refusal === '' ? 'dimmed' : 'var(--danger)'} role="status">
            {refusal === '' ? text.pictureHelp : refusal}
          </Text>
        </Stack>
      </Group>
    </Panel>
  );
}

function refusalOf(file: File, text: (typeof profileWords)['en']): string {
  if (!kinds.includes(file.type)) return text.pictureBad;
  return file.size > most ? text.pictureBig : '';
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
