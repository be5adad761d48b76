import { Card } from '@/components/ui/card';
import { Icon, type IconName } from '@/components/ui/icon';

interface DoorProps {
  icon: IconName;
  heading: string;
  text: string;
  action: string;
  href: string;
}

export function Door({ icon, heading, text, action, href }: DoorProps) {
  return (
    <Card as="li" className="door">
      <Icon name={icon} />
      <h3>{heading}</h3>
      <p>{text}</p>
      <a className="door__action" href={href}>
        {action}
        <Icon name="arrow" />
      </a>
    </Card>
  );
}
