package systems.voltaic.magnetiq.testkit;

/** How an {@link SmtpSink} misbehaves. None of these may cost a mail that is worth a retry. */
public enum SmtpFault {
  NONE,
  REFUSE_CONNECTION,
  CLOSE_AT_CONNECT,
  RESET_AT_CONNECT,
  HANG_AT_GREETING,
  GREETING_421("421 4.3.2 sink is closing"),
  GREETING_554("554 5.3.2 no service here"),
  GARBAGE_GREETING,
  EHLO_UNKNOWN("502 5.5.1 unknown command"),
  HANG_AT_EHLO,
  MAIL_451("451 4.3.0 try again later"),
  MAIL_550("550 5.1.0 this sender is not welcome"),
  CUT_AT_MAIL,
  RCPT_450("450 4.2.1 mailbox is busy"),
  RCPT_550("550 5.1.1 nobody of that name"),
  CUT_AT_RCPT,
  DATA_451("451 4.3.0 try again later"),
  DATA_554("554 5.6.0 no mail today"),
  HANG_AT_DATA,
  CUT_AT_DATA,
  DOT_451("451 4.3.0 try again later"),
  DOT_554("554 5.6.0 this mail is not welcome"),
  CUT_BEFORE_DOT,
  /** The mail is dropped with the connection: the sender must send it again. */
  CUT_AFTER_DOT,
  /** The mail is kept and the answer lost: the sender cannot know and sends it twice. */
  KEEP_THEN_CUT,
  /** The mail is kept and no answer ever comes. */
  KEEP_THEN_HANG,
  /** The mail is kept, then 421 in place of the next command: the server wants to rest. */
  KEEP_THEN_421("421 4.3.2 sink is closing"),
  SLOW_ANSWERS,
  ANSWERS_BYTE_BY_BYTE,
  GARBAGE_ANSWERS,
  ENDLESS_ANSWER,
  STARTTLS_SELF_SIGNED,
  STARTTLS_REFUSED("454 4.7.0 TLS is not to be had"),
  STARTTLS_CUT,
  AUTH_REQUIRED("530 5.7.0 log in first"),
  AUTH_REJECTED("535 5.7.8 not with these credentials");

  private final String answer;

  SmtpFault() {
    this("");
  }

  SmtpFault(String answer) {
    this.answer = answer;
  }

  String answer() {
    return answer;
  }
}
