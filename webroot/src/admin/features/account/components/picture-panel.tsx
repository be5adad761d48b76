import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { Panel } from '@/admin/components/panel';
import { PersonAvatar } from '@/admin/components/person-avatar';
import { useWords } from '@/admin/lib/i18n';
import { toastFailure } from '@/admin/lib/toast';
import { useMe } from '@/admin/lib/use-session';
import { useState } from 'react';
import { useRemoveAvatar } from '../api/remove-avatar';
import { useSetAvatar } from '../api/set-avatar';
import { profileWords } from '../profile-words';

const most = 250 * 1024;

export function PicturePanel() {
  const text = useWords(profileWords);
  const me = useMe();
  const set = useSetAvatar();
  const remove = useRemoveAvatar();
  const [tooBig, setTooBig] = useState(false);
  const choose = async (file: File | null) => {
    if (file === null) return;
    setTooBig(file.size > most);
    if (file.size > most) return;
    set.mutate({ type: file.type, data: await base64(file) }, { onError: toastFailure });
  };
  return (
    <Panel title={text.picture}>
      <Group align="center" gap="lg">
        <PersonAvatar person={me} size={72} />
        <Stack gap="xs">
          <Group gap="xs">
            <FileButton
              accept="image/png,image/jpeg,image/webp"
              onChange={(file) => void choose(file)}
            >
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
          <Text size="sm" c={tooBig ? 'var(--danger)' : 'dimmed'} role="status">
            {tooBig ? text.pictureBig : text.pictureHelp}
          </Text>
        </Stack>
      </Group>
    </Panel>
  );
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
