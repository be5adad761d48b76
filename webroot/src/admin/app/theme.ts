import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorSchemeManager,
  mergeThemeOverrides,
} from '@mantine/core';
import type { MouseEvent } from 'react';
import { common } from '@/admin/common';
import type { Locale } from '@/lib/locale';
import { chooseTheme, readTheme } from '@/lib/theme';

const shades = (hue: string) =>
  [
    `var(--${hue}-50)`,
    `var(--${hue}-100)`,
    `var(--${hue}-200)`,
    `var(--${hue}-300)`,
    `var(--${hue}-400)`,
    `var(--${hue}-500)`,
    `var(--${hue}-600)`,
    `var(--${hue}-700)`,
    `var(--${hue}-800)`,
    `var(--${hue}-900)`,
  ] as const;

const nights = [
  'oklch(95% 0.008 295)',
  'oklch(87% 0.014 295)',
  'oklch(80% 0.02 295)',
  'oklch(65% 0.024 295)',
  'oklch(38% 0.03 295)',
  'oklch(31% 0.03 295)',
  'oklch(23.5% 0.024 295)',
  'oklch(16.5% 0.018 295)',
  'oklch(14% 0.016 295)',
  'oklch(11% 0.014 295)',
] as const;

/** The brand's tokens as the component kit calls them. */
const brand = createTheme({
  primaryColor: 'violet',
  primaryShade: { light: 6, dark: 6 },
  colors: { violet: shades('violet'), dark: nights },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '16px', xl: '32px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
});

/** Leaving a field may show its error: the button that is pressed would move away. */
const stayInField = (event: MouseEvent<HTMLButtonElement>) => {
  if (event.currentTarget.type === 'submit') event.preventDefault();
};

/** The kit's own buttons have no names; they get them in the language that is shown. */
export function themeIn(locale: Locale) {
  const words = common[locale];
  const dialog = {
    defaultProps: {
      closeButtonProps: { 'aria-label': words.close },
      attributes: { header: { role: 'none' } },
    },
  };
  return mergeThemeOverrides(brand, {
    components: {
      Modal: dialog,
      Drawer: dialog,
      Button: { defaultProps: { onMouseDown: stayInField } },
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': words.close } } },
      PasswordInput: {
        defaultProps: { visibilityToggleButtonProps: { 'aria-label': words.showPassword } },
      },
      MultiSelect: { defaultProps: { clearButtonProps: { 'aria-label': words.clear } } },
    },
  });
}

const tone = (name: string, token: string) => ({
  [`--mantine-color-${name}-text`]: `var(--${token})`,
  [`--mantine-color-${name}-light`]: `var(--${token}-soft)`,
  [`--mantine-color-${name}-light-hover`]: `var(--${token}-soft)`,
  [`--mantine-color-${name}-light-color`]: `var(--${token})`,
  [`--mantine-color-${name}-outline`]: `var(--${token})`,
});

const both = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-disabled': 'var(--surface-sunken)',
  '--mantine-color-disabled-color': 'var(--ink-soft)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-primary-color-filled': 'var(--accent-strong)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-color-violet-filled': 'var(--accent-strong)',
  '--mantine-color-violet-filled-hover': 'var(--accent-hover)',
  '--mantine-color-violet-text': 'var(--accent)',
  '--mantine-color-violet-outline': 'var(--accent)',
  '--mantine-color-violet-light': 'light-dark(var(--violet-100), var(--violet-900))',
  '--mantine-color-violet-light-hover': 'light-dark(var(--violet-200), var(--violet-800))',
  '--mantine-color-violet-light-color': 'light-dark(var(--violet-800), var(--violet-100))',
  '--mantine-color-red-filled': 'light-dark(oklch(50% 0.19 25), oklch(50% 0.19 25))',
  '--mantine-color-red-filled-hover': 'oklch(45% 0.17 25)',
  '--mantine-color-gray-light': 'var(--surface-sunken)',
  '--mantine-color-gray-light-hover': 'var(--line)',
  '--mantine-color-gray-light-color': 'var(--ink-soft)',
  '--mantine-color-gray-text': 'var(--ink-soft)',
  ...tone('red', 'danger'),
  ...tone('green', 'success'),
  ...tone('yellow', 'warn'),
  ...tone('blue', 'info'),
};

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: both,
  dark: both,
});

/** The same choice that the public pages remember. */
export const colorSchemes: MantineColorSchemeManager = {
  get: () => {
    const chosen = readTheme();
    return chosen === 'system' ? 'auto' : chosen;
  },
  set: (scheme) => {
    chooseTheme(scheme === 'auto' ? 'system' : scheme);
  },
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => {
    chooseTheme('system');
  },
};
