import { RichTextView } from '../components/rich-text';
import { TableOfContents } from '../components/table-of-contents';
import type { BlockProps } from '../view';
import './block.css';

export function RichTextBlock({ block, nested }: BlockProps<'richText'>) {
  if (!block.contents || nested) {
    return (
      <div className="block block--text">
        <RichTextView text={block.text} />
      </div>
    );
  }
  return (
    <div className="block block--text with-contents">
      <TableOfContents texts={[block.text]} />
      <RichTextView text={block.text} />
    </div>
  );
}
