import './icon.css';

const shapes = {
  arrow: 'M4 10h12M11 5l5 5-5 5',
  book: 'M10 5.5C8.5 4.2 6.3 3.8 3 4v11.5c3.3-.2 5.5.2 7 1.5m0-11.5c1.5-1.3 3.7-1.7 7-1.5v11.5c-3.3-.2-5.5.2-7 1.5m0-11.5V17',
  file: 'M11.5 2.5H5v15h10V6l-3.5-3.5Zm0 0V6H15M8 10h4M8 13.5h4',
  pulse: 'M2 10.5h4L8.5 4l4 12L15 10.5h3',
  system: 'M3 4h14v9.5H3zM7 17h6M10 13.5V17',
  light:
    'M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM10 1.5v2m0 13v2M1.5 10h2m13 0h2M4 4l1.4 1.4m9.2 9.2L16 16M4 16l1.4-1.4m9.2-9.2L16 4',
  dark: 'M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z',
};

export type IconName = keyof typeof shapes;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
