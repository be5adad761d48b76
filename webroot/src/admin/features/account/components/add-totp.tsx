import { Code, Stack, Text } from '@mantine/core';
import { ErrorPanel } from '@/admin/components/error-panel';
import { Loaded } from '@/admin/components/loaded';
import { useWords } from '@/admin/lib/i18n';
import { useBeginTotp } from '../api/begin-totp';
import { useConfirmTotp } from '../api/confirm-totp';
import { words } from '../words';
import { CodeForm } from './second-factor';

/** Scan and type the code: then the app is a second factor, and there are recovery codes to keep. */
export function AddTotp({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const text = useWords(words);
  const secret = useBeginTotp();
  const confirm = useConfirmTotp();
  return (
    <Stack>
      <Loaded query={secret} heights={[200, 40]}>
        {({ qr, secret: key }) => (
          <>
            <Text size="sm">{text.totpScan}</Text>
            <img
              className="qr"
              src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`}
              width="200"
              height="200"
              alt={text.totpQr}
            />
            <Text size="sm">
              {text.totpType} <Code className="totp-key">{key.match(/.{1,4}/g)?.join(' ')}</Code>
            </Text>
          </>
        )}
      </Loaded>
      {confirm.isError && <ErrorPanel failure={confirm.error} />}
      <CodeForm
        kind="totp"
        busy={confirm.isPending}
        onCode={(code) => {
          confirm.mutate(code, {
            onSuccess: ({ recoveryCodes }) => {
              onCodes(recoveryCodes);
            },
          });
        }}
      />
    </Stack>
  );
}
