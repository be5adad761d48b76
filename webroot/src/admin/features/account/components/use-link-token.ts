import { useLocation } from 'react-router';

/** The token of a mailed link: behind the hash, where neither server nor log sees it. */
export function useLinkToken(): string {
  const { hash, search } = useLocation();
  const behind = new URLSearchParams(hash.slice(1));
  return (
    behind.get('token') ??
    new URLSearchParams(search).get('token') ??
    decodeURIComponent(hash.slice(1))
  );
}
