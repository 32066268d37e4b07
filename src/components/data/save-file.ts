/** Hands a text to the browser as a file to be downloaded. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), DOWNLOAD_GRACE_MS);
}

/** The browser reads the blob after the click returned. */
const DOWNLOAD_GRACE_MS = 60_000;
