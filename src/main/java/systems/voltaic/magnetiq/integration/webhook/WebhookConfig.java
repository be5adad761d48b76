package systems.voltaic.magnetiq.integration.webhook;

/**
 * What partners may be.
 *
 * @param allowPrivate whether http and private addresses are called too: for development only
 */
public record WebhookConfig(boolean allowPrivate) {}
