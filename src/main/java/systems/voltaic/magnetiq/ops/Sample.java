package systems.voltaic.magnetiq.ops;

import java.time.Instant;

/** How the process was at one moment. Shares are between 0 and 1. */
record Sample(Instant at, double cpu, double memory, double loopLag, HttpTotals http) {}
