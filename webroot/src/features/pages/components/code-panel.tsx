import { useEffect, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { useMessages } from '@/lib/locale';
import './code-panel.css';

interface CodePanelProps {
  code: string;
  language: string;
}

export function CodePanel({ code, language }: CodePanelProps) {
  const messages = useMessages();
  return (
    <div className="code-panel">
      <div className="code-panel__bar">
        <span>{language || messages.codeSample}</span>
        <CopyButton text={code} />
      </div>
      {/* Long lines scroll; a keyboard reaches what it can focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </div>
  );
}

function CopyButton({ text }: { text: string }) {
  const messages = useMessages();
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => {
      setCopied(true);
      timer.current = setTimeout(() => {
        setCopied(false);
      }, 2000);
    });
  };
  return (
    <button type="button" className="code-panel__copy" onClick={copy}>
      <Icon name={copied ? 'check' : 'copy'} size={16} />
      <span role="status">{copied ? messages.copied : messages.copyCode}</span>
    </button>
  );
}
