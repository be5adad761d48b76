import mark from '@/assets/mark.svg';

export function Brand({ name }: { name: string }) {
  return (
    <>
      <img src={mark} width="30" height="30" alt="" />
      <span className="brand__name">{name}</span>
    </>
  );
}
