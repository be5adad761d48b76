import './site-frame.css';

export function SiteFooter() {
  return <footer className="site-footer" />;
}
