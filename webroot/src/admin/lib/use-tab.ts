import { useSearchParams } from 'react-router';

/** The tab that the address names; a change shows at once, so that the next key meets the new panel. */
export function useTab(parameter: string) {
  const [parameters, setParameters] = useSearchParams();
  const choose = (tab: string | null) => {
    if (tab !== null) setParameters({ [parameter]: tab }, { replace: true, flushSync: true });
  };
  return [parameters.get(parameter), choose] as const;
}
