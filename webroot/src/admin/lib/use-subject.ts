import { useParams } from 'react-router';

/** What the address of a screen is about. */
export function useSubject(): string {
  return useParams()['id'] ?? '';
}
