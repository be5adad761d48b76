import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useWords } from '@/admin/lib/i18n';
import { words } from '../words';

/** A password that is being chosen. */
export function PasswordField(props: PasswordInputProps) {
  const text = useWords(words);
  return (
    <PasswordInput
      autoComplete="new-password"
      description={text.passwordHelp}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...props}
    />
  );
}
