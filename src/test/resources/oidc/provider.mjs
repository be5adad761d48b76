// A real OpenID provider on loopback: whoever comes is the account that /control named last.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const { MODULES, PORT, REDIRECT, KEY } = process.env;
const require = createRequire(pathToFileURL(`${MODULES}/`));
const { Provider } = await import(pathToFileURL(require.resolve('oidc-provider')));

const issuer = `http://127.0.0.1:${PORT}`;
let who = { account: 'nobody' };

const provider = new Provider(issuer, {
  clients: [{ client_id: 'magnetiq', client_secret: 'made up for tests & more', redirect_uris: [REDIRECT] }],
  jwks: { keys: [JSON.parse(KEY)] },
  cookies: { keys: ['made up for tests'] },
  claims: { openid: ['sub', 'amr', 'acr'], email: ['email', 'email_verified'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  acrValues: ['mfa'],
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: who.email, email_verified: who.verified }),
  }),
});

provider.use(async (ctx, next) => {
  if (ctx.path === '/control') {
    who = JSON.parse(ctx.query.who);
    ctx.body = 'ok';
  } else if (ctx.path.startsWith('/interaction/')) {
    await answer(ctx);
  } else {
    await next();
  }
});

async function answer(ctx) {
  const { prompt, params, session } = await provider.interactionDetails(ctx.req, ctx.res);
  if (who.denies) {
    await provider.interactionFinished(ctx.req, ctx.res, { error: 'access_denied' });
  } else if (prompt.name === 'login') {
    const login = { accountId: who.account, ...(who.strong ? { amr: ['pwd', 'mfa'], acr: 'mfa' } : {}) };
    await provider.interactionFinished(ctx.req, ctx.res, { login });
  } else {
    const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
    grant.addOIDCScope('openid email');
    const grantId = await grant.save();
    await provider.interactionFinished(ctx.req, ctx.res, { consent: { grantId } }, { mergeWithLastSubmission: true });
  }
  ctx.respond = false;
}

provider.listen(Number(PORT), '127.0.0.1', () => console.log(`provider at ${issuer}`));
