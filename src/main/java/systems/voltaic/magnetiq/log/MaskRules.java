package systems.voltaic.magnetiq.log;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The forms secrets and personal data take, each with cheap signs without which it cannot occur.
 */
final class MaskRules {

  private record Rule(List<String> signs, Pattern form, String replacement) {

    static Rule of(List<String> signs, String form, String replacement) {
      return new Rule(signs, Pattern.compile(form), replacement);
    }

    String apply(String text, String lower) {
      if (!isLikely(lower)) {
        return text;
      }
      var matcher = form.matcher(text);
      return matcher.find() ? matcher.replaceAll(replacement) : text;
    }

    private boolean isLikely(String lower) {
      for (String sign : signs) {
        if (lower.contains(sign)) {
          return true;
        }
      }
      return false;
    }
  }

  private static final String SECRET_WORD =
      "(?:passw(?:or)?d|passwd|passphrase|pwd|secret|token|cookie|credential|signature|authorization"
          + "|(?:api|private|encryption|access|account|signing)[_-]?key|session[_-]?id|dsn)";

  static final Pattern SECRET_NAME = Pattern.compile("(?i)" + SECRET_WORD);

  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              List.of("private key-"),
              "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?s:.*?)"
                  + "(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|\\z)",
              "***private key***"),
          Rule.of(
              List.of("authorization", "cookie"),
              "(?i)((?:authorization|cookie)[\"']?\\s{0,5}[:=]\\s{0,5})[^\\r\\n]+",
              "$1***"),
          Rule.of(
              List.of("bearer", "basic", "digest"),
              "(?i)\\b(bearer|basic|digest)(\\s{1,5})(?=\\S{8})[\\w.~+/=:-]+",
              "$1$2***"),
          Rule.of(List.of("://"), "(://[^\\s/:@\"']{0,200}:)[^\\s\"'<>]{1,500}@", "$1***@"),
          Rule.of(List.of("eyj"), "\\beyJ[\\w-]{5,}\\.[\\w-]+(?:\\.[\\w-]*){0,3}", "***jwt***"),
          Rule.of(List.of("mq_"), "\\bmq_(live|test)_[\\w-]+", "mq_$1_***"),
          Rule.of(
              List.of("k_", "whsec", "gh", "xox"),
              "\\b([srp]k_(?:live|test)|whsec|gh[opsu]|github_pat|xox[abp])[_-][\\w-]+",
              "$1_***"),
          Rule.of(List.of("akia", "asia"), "\\b(AKIA|ASIA)[A-Z0-9]{12,}", "$1***"),
          Rule.of(
              List.of("$"),
              "\\$argon2\\w{1,2}\\$\\S+|\\$2[aby]\\$\\d\\d\\$\\S+|SCRAM-SHA-256\\$\\S+",
              "***hash***"),
          Rule.of(
              List.of("?", "&"),
              "([?&](?:code|state|key|sig|[Xx]-[Aa]mz-[\\w-]{1,40})=)[^\\s&\"']+",
              "$1***"),
          Rule.of(
              List.of(
                  "pass",
                  "pwd",
                  "secret",
                  "token",
                  "credential",
                  "signature",
                  "key",
                  "session",
                  "dsn"),
              "(?i)("
                  + SECRET_WORD
                  + "[\\w.-]{0,40}+\\\\{0,3}[\"']?\\s{0,5}[:=]\\s{0,5})"
                  + "(?:\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?"
                  + "|'[^']*+'?"
                  + "|\\\\{1,3}\"[^\"\\\\]*+(?:\\\\{1,3}\")?"
                  + "|[^\\r\\n&,;]*+(?:[,;](?!\\s)[^\\r\\n&,;]*+)*+)",
              "$1***"),
          Rule.of(
              List.of("@", "%40"),
              "([\\p{L}\\p{N}_.+'-])[\\p{L}\\p{N}_.+'-]{0,63}(?:@|%40)"
                  + "((?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24})",
              "$1***@$2"),
          Rule.of(
              List.of("."),
              "(?<![\\d.])(?!127\\.|0\\.0\\.0\\.0)(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})\\.\\d{1,3}(?!\\.?\\d)",
              "$1.0/24"),
          Rule.of(
              List.of(":"),
              "(?i)(?<![\\w:.])((?:[0-9a-f]{1,4}:){4})(?:[0-9a-f]{1,4}:){0,3}:?[0-9a-f]{1,4}(?![\\w:])",
              "$1:/64"),
          Rule.of(
              List.of("::"),
              "(?i)(?<![\\w:.])((?:[0-9a-f]{1,4}:){1,4}):(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4}(?![\\w:])",
              "$1:/64"),
          Rule.of(
              List.of("+", "00"),
              "(?<![\\w.])(\\+|00)([1-9]\\d)[\\d ()/.-]{5,18}\\d(?!\\w)",
              "$1$2***"),
          Rule.of(
              List.of("0"),
              "(?<![\\w.:/+-])(0[1-9]\\d)\\d{0,3}[ /-]{1,3}\\d[\\d -]{3,12}\\d(?![\\w:.])",
              "$1***"));

  static String apply(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String masked = text;
    for (Rule rule : RULES) {
      masked = rule.apply(masked, lower);
    }
    return masked;
  }

  private MaskRules() {}
}
