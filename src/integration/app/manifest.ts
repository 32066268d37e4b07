import type { Locale } from '../../format/locale.ts';

/** A picture of the site for the dialog that offers to install it. */
export interface Screenshot {
  /** Path below the base path. */
  readonly path: string;
  readonly form: 'narrow' | 'wide';
  /** Pixels, as `780x1688`. */
  readonly sizes: string;
  /** Media type. */
  readonly type: string;
}

/** A file among the icons. */
export interface Icon {
  /** Path below the base path. */
  readonly path: string;
  /** Pixels of a side. */
  readonly size: number;
  readonly purpose: 'any' | 'maskable';
}

/** What one language’s manifest is made of. */
export interface AppSettings {
  readonly base: string;
  readonly locale: Locale;
  readonly language: string;
  readonly name: string;
  readonly shortName: string;
  readonly description: string;
  readonly colors: { readonly theme: string; readonly background: string };
  readonly icons: readonly Icon[];
  readonly screenshots: readonly Screenshot[];
  /** Pages to jump to, by path below the base path. */
  readonly shortcuts: readonly { readonly name: string; readonly path: string }[];
}

/**
 * The web app manifest of a language (https://www.w3.org/TR/appmanifest/). All languages are one app, by its `id`:
 * who changes language has the shortcuts in that one.
 */
export function createAppManifest(app: AppSettings): Record<string, unknown> {
  const { base } = app;
  const icons = app.icons.map(({ path, size, purpose }) => ({
    src: base + path,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  }));
  return {
    id: base,
    name: app.name,
    short_name: app.shortName,
    description: app.description,
    lang: app.language,
    dir: 'auto',
    scope: base,
    start_url: `${base}${app.locale}/`,
    display: 'standalone',
    theme_color: app.colors.theme,
    background_color: app.colors.background,
    categories: ['education'],
    icons,
    shortcuts: app.shortcuts.map(({ name, path }) => ({
      name,
      url: base + path,
      icons: icons.filter(({ purpose }) => purpose === 'any').slice(0, 1),
    })),
    screenshots: app.screenshots.map(({ path, form, sizes, type }) => ({
      src: base + path,
      sizes,
      type,
      form_factor: form,
      label: app.name,
    })),
  };
}
