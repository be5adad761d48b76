import { env } from '@/config/env';
import mark from '@/assets/mark.svg';

export function Brand() {
  return (
    <>
      <img src={mark} width="28" height="28" alt="" fetchPriority="low" />
      <span className="brand__name">{env.productName}</span>
    </>
  );
}
