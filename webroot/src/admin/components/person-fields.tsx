import { Select, type SelectProps } from '@mantine/core';
import { type Control, type FieldValues, type Path, useController } from 'react-hook-form';
import { common } from '@/admin/common';
import { useWords } from '@/admin/lib/i18n';
import { zonesWith } from '@/admin/lib/zones';
import { locales } from '@/lib/locale';

interface FieldProps<Form extends FieldValues> extends Pick<
  SelectProps,
  'description' | 'disabled'
> {
  control: Control<Form>;
  name: Path<Form>;
  label: string;
}

/** In which language somebody reads us. */
export function LanguageField<Form extends FieldValues>(props: FieldProps<Form>) {
  const { languages } = useWords(common);
  const data = locales.map((value) => ({ value, label: languages[value] }));
  return <Choice {...props} data={data} />;
}

/** By whose clock somebody lives. */
export function ZoneField<Form extends FieldValues>({
  known,
  ...props
}: FieldProps<Form> & { known: string }) {
  return <Choice {...props} data={zonesWith(known)} searchable limit={50} />;
}

function Choice<Form extends FieldValues>({
  control,
  name,
  ...props
}: FieldProps<Form> & Pick<SelectProps, 'data' | 'searchable' | 'limit'>) {
  const { field, fieldState } = useController({ control, name });
  return (
    <Select
      {...props}
      {...field}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDeselect={false}
      error={fieldState.error?.message}
    />
  );
}
