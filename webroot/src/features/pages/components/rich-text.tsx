import type { ReactNode } from 'react';
import { wordsOf } from '@/lib/phone';
import { useAnchor } from '../lib/outline';
import type {
  RichText,
  RichTextHeading,
  RichTextInline,
  RichTextMark,
  RichTextNode,
} from '../view';
import { CodePanel } from './code-panel';
import './rich-text.css';

export function RichTextView({ text }: { text: RichText }) {
  return (
    <div className="prose">
      <Nodes nodes={text.content} />
    </div>
  );
}

function Nodes({ nodes }: { nodes: RichTextNode[] }) {
  return nodes.map((node, index) => <Node key={index} node={node} />);
}

function Node({ node }: { node: RichTextNode }) {
  switch (node.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines parts={node.content} />
        </p>
      );
    case 'heading':
      return <AnchoredHeading heading={node} />;
    case 'bulletList':
    case 'orderedList': {
      const List = node.type === 'bulletList' ? 'ul' : 'ol';
      return (
        <List>
          {node.content.map((item, index) => (
            <li key={index}>
              <Item nodes={item.content} />
            </li>
          ))}
        </List>
      );
    }
    case 'blockquote':
      return (
        <blockquote>
          <Nodes nodes={node.content} />
        </blockquote>
      );
    case 'codeBlock':
      return (
        <CodePanel code={node.content?.[0]?.text ?? ''} language={node.attrs?.language ?? ''} />
      );
    case 'horizontalRule':
      return <hr />;
  }
}

/** A list item that is one paragraph needs no paragraph. */
function Item({ nodes }: { nodes: RichTextNode[] }) {
  const [only] = nodes;
  return nodes.length === 1 && only?.type === 'paragraph' ? (
    <Inlines parts={only.content} />
  ) : (
    <Nodes nodes={nodes} />
  );
}

function AnchoredHeading({ heading }: { heading: RichTextHeading }) {
  const anchor = useAnchor(heading);
  const Tag = `h${heading.attrs.level as 2 | 3 | 4}` as const;
  const hasLink = heading.content?.some(
    (part) => part.type === 'text' && part.marks?.some((mark) => mark.type === 'link'),
  );
  const words = <Inlines parts={heading.content} />;
  if (anchor === undefined || hasLink) return <Tag id={anchor?.id}>{words}</Tag>;
  return (
    <Tag id={anchor.id}>
      <a className="prose__anchor" href={`#${anchor.id}`}>
        {words}
      </a>
    </Tag>
  );
}

function Inlines({ parts = [] }: { parts?: RichTextInline[] | undefined }) {
  return parts.map((part, index) =>
    part.type === 'hardBreak' ? (
      <br key={index} />
    ) : (
      <Marked key={index} marks={part.marks ?? []}>
        {part.text}
      </Marked>
    ),
  );
}

const tags = { strong: 'strong', em: 'em', underline: 'u', strike: 's', code: 'code' } as const;

function Marked({ marks, children }: { marks: RichTextMark[]; children: string }) {
  return marks.reduceRight<ReactNode>((inner, mark) => {
    if (mark.type === 'link') {
      const { href } = mark.attrs;
      return <a href={href}>{typeof inner === 'string' ? wordsOf(href, inner) : inner}</a>;
    }
    const Tag = tags[mark.type];
    return <Tag>{inner}</Tag>;
  }, children);
}
