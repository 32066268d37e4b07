/** A locale as it stands in a URL and a content folder, e.g. `zh` or `en`. */
export type Locale = string;

/** One value per locale; a locale without a value has no key. */
export type Localized<T> = Readonly<Partial<Record<Locale, T>>>;
