import './skeleton.css';

export function Skeleton() {
  return <span className="skeleton" aria-hidden="true" />;
}
