import { notifications } from '@mantine/notifications';
import { textOf } from './failure';

export function toastDone(message: string): void {
  notifications.show({ message, color: 'green', autoClose: 5000 });
}

export function toastFailure(failure: unknown): void {
  const { title, detail } = textOf(failure);
  notifications.show({ title, message: detail, color: 'red', autoClose: 10_000 });
}
