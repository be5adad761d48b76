import { Icon } from '@/components/ui/icon';
import { useMessages } from '@/lib/locale';
import { chooseTheme, type Theme, themes, useTheme } from '@/lib/theme';
import './segmented.css';

const icons = { system: 'monitor', light: 'sun', dark: 'moon' } as const;

export function ThemeSwitch() {
  const messages = useMessages();
  const current = useTheme();
  const names: Record<Theme, string> = {
    system: messages.themeSystem,
    light: messages.themeLight,
    dark: messages.themeDark,
  };
  return (
    <fieldset className="segmented theme-switch">
      <legend className="visually-hidden">{messages.theme}</legend>
      {themes.map((theme) => (
        <label key={theme} className="segmented__part" title={names[theme]}>
          <input
            className="visually-hidden"
            type="radio"
            name="theme"
            checked={theme === current}
            onChange={() => {
              chooseTheme(theme);
            }}
          />
          <Icon name={icons[theme]} />
          <span className="visually-hidden">{names[theme]}</span>
        </label>
      ))}
    </fieldset>
  );
}
