import { Link } from 'react-router';
import mark from '@/assets/mark.svg';
import { adminPaths } from '@/config/admin-paths';

export function Brand() {
  return (
    <Link to={adminPaths.screens.home} className="brand">
      <img src={mark} width="26" height="26" alt="" />
      <span>Magnetiq</span>
    </Link>
  );
}
