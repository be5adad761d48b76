package systems.voltaic.magnetiq.site.render;

import io.vertx.core.Promise;

/** A view that waits for its page. */
record RenderJob(long number, String view, long asked, Promise<Rendered> page) {}
