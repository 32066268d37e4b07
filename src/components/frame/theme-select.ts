type Theme = 'auto' | 'dark' | 'light';

/** Starlight's key; a reader's choice outlives this engine. */
const STORAGE_KEY = 'starlight-theme';

/** Lets the theme pickers choose, remember the choice where storage allows it, and follow the system on “auto”. */
export function watchThemeSelects(): void {
  const selects = document.querySelectorAll<HTMLSelectElement>('.recall-select--theme select');
  if (selects.length === 0) return;
  const system = matchMedia('(prefers-color-scheme: light)');
  const apply = (theme: Theme) => {
    window.StarlightThemeProvider.updatePickers(theme);
    const shown = theme === 'auto' ? (system.matches ? 'light' : 'dark') : theme;
    document.documentElement.dataset.theme = shown;
  };
  // With blocked storage the choice lasts as long as the page.
  let chosen = loadTheme();
  for (const select of selects) {
    select.addEventListener('change', () => {
      chosen = parseTheme(select.value);
      apply(chosen);
      storeTheme(chosen);
    });
  }
  system.addEventListener('change', () => {
    if (chosen === 'auto') apply('auto');
  });
}

function loadTheme(): Theme {
  try {
    return parseTheme(localStorage.getItem(STORAGE_KEY));
  } catch {
    return 'auto';
  }
}

function storeTheme(theme: Theme): void {
  try {
    localStorage.setItem(STORAGE_KEY, theme === 'auto' ? '' : theme);
  } catch {
    // Blocked or full: nothing of the learner's is lost with a theme.
  }
}

function parseTheme(value: unknown): Theme {
  return value === 'dark' || value === 'light' ? value : 'auto';
}
