/**
 * The room every test may use. Each class stands alone and frees what it took on {@code close()}.
 *
 * <ul>
 *   <li>{@code Eventually} waits for a condition; {@code FakeClock} is a clock the test turns.
 *   <li>{@code SmtpSink} is a mail server ({@code SmtpFault} says how it misbehaves, {@code Mail}
 *       is what it received); {@code FaultProxy} stands between any two and breaks the line.
 *   <li>{@code RawSocket} speaks bytes no client library would send, {@code RawBackend} records
 *       them; {@code SelfSigned} is a certificate nobody trusts.
 *   <li>{@code ChildProcess} and {@code JavaProcess} start, freeze, kill and measure programs;
 *       {@code NginxProcess} is the real nginx with our templates; {@code Browser} is Chromium.
 *   <li>{@code @Needs(Program.NGINX)} skips a test, loudly, where the program is not installed.
 * </ul>
 */
package systems.voltaic.magnetiq.testkit;
