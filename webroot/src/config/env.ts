/** What the build fixes; everything that may differ between installations comes from the API. */
export const env = {
  requestTimeoutMillis: 8_000,
  longRequestTimeoutMillis: 300_000,
  prefetchKeptMillis: 30_000,
  prefetchKept: 20,
} as const;
