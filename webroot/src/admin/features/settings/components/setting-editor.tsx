import { NumberInput, SimpleGrid, Switch, Textarea, TextInput } from '@mantine/core';
import { useAdminLocale, useWords } from '@/admin/lib/i18n';
import type { SettingValue } from '../api/list-settings';
import { words } from '../words';
import type { Kind } from './value';

interface SettingEditorProps {
  kind: Kind;
  label: string;
  help: string;
  value: SettingValue;
  error: string | undefined;
  readOnly: boolean;
  onChange: (value: SettingValue) => void;
}

const order = ['label', 'input', 'description', 'error'] as (
  'label' | 'input' | 'description' | 'error'
)[];

/** The field that fits the kind of a setting. */
export function SettingEditor(props: SettingEditorProps) {
  const { kind, label, help, value, error, readOnly, onChange } = props;
  const german = useAdminLocale() === 'de';
  const field = {
    label,
    description: help,
    inputWrapperOrder: order,
    error,
    readOnly,
    'data-locked': readOnly || undefined,
  };
  if (kind === 'flag') {
    return (
      <Switch
        label={label}
        description={help}
        checked={value === true}
        disabled={readOnly}
        error={error}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
    );
  }
  if (kind === 'number') {
    return (
      <NumberInput
        {...field}
        maw={240}
        allowDecimal={false}
        allowNegative={false}
        thousandSeparator={german ? '.' : ','}
        decimalSeparator={german ? ',' : '.'}
        value={typeof value === 'object' || typeof value === 'boolean' ? '' : value}
        onChange={onChange}
      />
    );
  }
  if (kind === 'localized') {
    return <Localized {...props} value={typeof value === 'object' ? value : { en: '' }} />;
  }
  const Field = kind === 'lines' ? Textarea : TextInput;
  return (
    <Field
      {...field}
      {...(kind === 'lines' && { autosize: true, minRows: 3 })}
      maw={480}
      value={typeof value === 'string' ? value : ''}
      onChange={(event: React.ChangeEvent<HTMLInputElement & HTMLTextAreaElement>) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}

interface LocalizedProps extends Omit<SettingEditorProps, 'value'> {
  value: { en: string; de?: string };
}

function Localized({ label, help, value, error, readOnly, onChange }: LocalizedProps) {
  const text = useWords(words);
  const languages = [
    { code: 'en', name: text.english },
    { code: 'de', name: text.german },
  ] as const;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} role="group" aria-label={label}>
      {languages.map(({ code, name }) => (
        <Textarea
          key={code}
          lang={code}
          label={`${label}: ${name}`}
          description={help}
          inputWrapperOrder={order}
          autosize
          minRows={2}
          readOnly={readOnly}
          error={code === 'en' ? error : error !== undefined}
          value={value[code] ?? ''}
          onChange={(event) => {
            onChange({ ...value, [code]: event.currentTarget.value });
          }}
        />
      ))}
    </SimpleGrid>
  );
}
