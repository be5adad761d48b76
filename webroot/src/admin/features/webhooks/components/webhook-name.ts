/** What a webhook is called by: the host of its address. */
export function webhookName(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
