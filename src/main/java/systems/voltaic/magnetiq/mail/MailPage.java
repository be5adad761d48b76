package systems.voltaic.magnetiq.mail;

import java.util.List;

/** One page of mails, newest first. */
public record MailPage(List<Mail> items, String nextCursor) {}
