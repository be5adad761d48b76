import { ButtonLink } from '@/components/ui/button';
import { env } from '@/config/env';
import { paths } from '@/config/paths';
import { useMessages } from '@/lib/locale';
import { useSystemState } from '../api/use-system-state';
import { Door } from '../components/door';
import { SystemStatus } from '../components/system-status';
import './home.css';

export function Home() {
  const messages = useMessages();
  const [state, check] = useSystemState();
  return (
    <>
      <div className="hero">
        <div className="hero__field" aria-hidden="true" />
        <div className="hero__inner">
          <div className="hero__words">
            <p className="hero__name">{state.site?.name ?? env.productName}</p>
            <h1>{messages.headline}</h1>
            <p className="hero__lead">{messages.lead}</p>
            <ButtonLink href={paths.docs}>{messages.openDocs}</ButtonLink>
          </div>
          <SystemStatus state={state} onCheck={check} />
        </div>
      </div>
      <Doors />
    </>
  );
}

function Doors() {
  const messages = useMessages();
  return (
    <section className="doors" aria-labelledby="doors-heading">
      <h2 id="doors-heading">{messages.doorsHeading}</h2>
      <ul className="doors__list">
        <Door
          icon="book"
          heading={messages.docsHeading}
          text={messages.docsText}
          action={messages.docsAction}
          href={paths.docs}
        />
        <Door
          icon="file"
          heading={messages.contractHeading}
          text={messages.contractText}
          action={messages.contractAction}
          href={paths.api.contract}
        />
        <Door
          icon="pulse"
          heading={messages.healthHeading}
          text={messages.healthText}
          action={messages.healthAction}
          href={paths.api.health}
        />
      </ul>
    </section>
  );
}
