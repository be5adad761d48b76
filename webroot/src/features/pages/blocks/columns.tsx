import type { ReactNode } from 'react';
import type { BlockProps } from '../view';
import './columns.css';

interface ColumnsBlockProps extends BlockProps<'columns'> {
  columns: ReactNode[];
}

export function ColumnsBlock({ block, columns }: ColumnsBlockProps) {
  const classes = `columns columns--${columns.length} columns--${block.ratio ?? 'equal'}`;
  return (
    <div className="block">
      <div className={classes}>
        {columns.map((column, index) => (
          <div key={index} className="nested">
            {column}
          </div>
        ))}
      </div>
    </div>
  );
}
