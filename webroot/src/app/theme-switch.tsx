import { useId } from 'react';
import { Icon } from '@/components/ui/icon';
import { useMessages } from '@/lib/locale';
import { chooseTheme, type Theme, themes, useTheme } from '@/lib/theme';
import './theme-switch.css';

const icons = { system: 'monitor', light: 'sun', dark: 'moon' } as const;

/** The three themes behind one button; the browser opens, places focus and closes. */
export function ThemeMenu() {
  const messages = useMessages();
  return (
    <div className="theme-menu">
      <button type="button" className="tool" popoverTarget="theme-menu">
        <Icon name={icons[useTheme()]} />
        <span className="visually-hidden">{messages.theme}</span>
      </button>
      <div id="theme-menu" popover="auto" className="theme-menu__panel">
        <ThemeSwitch />
      </div>
    </div>
  );
}

export function ThemeSwitch() {
  const group = useId();
  const messages = useMessages();
  const current = useTheme();
  const names: Record<Theme, string> = {
    system: messages.themeSystem,
    light: messages.themeLight,
    dark: messages.themeDark,
  };
  return (
    <fieldset className="theme-switch">
      <legend>{messages.theme}</legend>
      {themes.map((theme) => (
        <label key={theme}>
          <input
            className="visually-hidden"
            type="radio"
            name={group}
            checked={theme === current}
            onChange={() => {
              chooseTheme(theme);
            }}
          />
          <Icon name={icons[theme]} />
          {names[theme]}
        </label>
      ))}
    </fieldset>
  );
}
