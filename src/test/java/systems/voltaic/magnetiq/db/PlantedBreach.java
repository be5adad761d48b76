package systems.voltaic.magnetiq.db;

import systems.voltaic.magnetiq.mail.Brand;

/** A piece of the kernel that knows a feature. */
public record PlantedBreach(Brand brand) {}
