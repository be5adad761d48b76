package systems.voltaic.magnetiq.ops;

import java.util.Set;

/** Something a visitor can do, the probes it needs, and what is different while one is not up. */
public record Feature(String name, Set<String> needs, String effect) {}
