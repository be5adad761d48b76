package systems.voltaic.magnetiq.log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets and personal data out of text: the configured secrets by value, others by form. */
public final class Masker {

  private static final String HIDDEN = "***";
  private static final int LONGEST_READ = 65_536;
  private static final int LONGEST_WRITTEN = 16_384;
  private static final int SHORTEST_SECRET = 6;

  private static final String SECRET_WORD =
      "(?:passw(?:or)?d|passwd|passphrase|pwd|secret|token|cookie|credentials?|signature"
          + "|(?:api|private|encryption|access|account|signing)[_-]?key|session[_-]?id|dsn)";

  private static final Pattern SECRET_NAME = Pattern.compile("(?i)" + SECRET_WORD);

  private record Rule(Pattern form, String replacement) {
    static Rule of(String form, String replacement) {
      return new Rule(Pattern.compile(form), replacement);
    }

    String apply(String text) {
      var matcher = form.matcher(text);
      return matcher.find() ? matcher.replaceAll(replacement) : text;
    }
  }

  private static final List<Rule> SECRETS =
      List.of(
          Rule.of(
              "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?s:.*?)"
                  + "(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|\\z)",
              "***private key***"),
          Rule.of("(?i)((?:proxy-)?authorization[\"']?\\s{0,5}[:=]\\s{0,5})[^\\r\\n]+", "$1***"),
          Rule.of("(?i)\\b((?:set-)?cookie[\"']?\\s{0,5}[:=]\\s{0,5})[^\\r\\n]+", "$1***"),
          Rule.of("(?i)\\b(bearer|basic|digest)(\\s{1,5})(?=\\S{8})[\\w.~+/=:-]+", "$1$2***"),
          Rule.of("(://[^\\s/:@\"']{0,200}:)[^\\s\"'<>]{1,500}@", "$1***@"),
          Rule.of("\\beyJ[\\w-]{5,}\\.[\\w-]+(?:\\.[\\w-]*){0,3}", "***jwt***"),
          Rule.of("\\bmq_(live|test)_[\\w-]+", "mq_$1_***"),
          Rule.of(
              "\\b([srp]k_(?:live|test)|whsec|gh[opsu]|github_pat|xox[abp])[_-][\\w-]+", "$1_***"),
          Rule.of("\\b(AKIA|ASIA)[A-Z0-9]{12,}", "$1***"),
          Rule.of(
              "\\$argon2\\w{1,2}\\$\\S+|\\$2[aby]\\$\\d\\d\\$\\S+|SCRAM-SHA-256\\$\\S+",
              "***hash***"),
          Rule.of("([?&](?:code|state|key|sig|[Xx]-[Aa]mz-[\\w-]{1,40})=)[^\\s&\"']+", "$1***"),
          Rule.of(
              "(?i)([\\w.-]{0,40}"
                  + SECRET_WORD
                  + "[\\w.-]{0,40}\\\\{0,3}[\"']?\\s{0,5}[:=]\\s{0,5})"
                  + "(?:\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?"
                  + "|'[^']*+'?"
                  + "|\\\\{1,3}\"[^\"\\\\]*+(?:\\\\{1,3}\")?"
                  + "|[^\\r\\n&,;]*+(?:[,;](?!\\s)[^\\r\\n&,;]*+)*+)",
              "$1***"));

  private static final List<Rule> PERSONAL =
      List.of(
          Rule.of(
              "([\\p{L}\\p{N}_.+'-])[\\p{L}\\p{N}_.+'-]{0,63}(?:@|%40)"
                  + "((?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24})",
              "$1***@$2"),
          Rule.of(
              "(?<![\\d.])(?!127\\.|0\\.0\\.0\\.0)(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})\\.\\d{1,3}(?!\\.?\\d)",
              "$1.0/24"),
          Rule.of(
              "(?i)(?<![\\w:.])((?:[0-9a-f]{1,4}:){4})(?:[0-9a-f]{1,4}:){0,3}:?[0-9a-f]{1,4}(?![\\w:])",
              "$1:/64"),
          Rule.of(
              "(?i)(?<![\\w:.])((?:[0-9a-f]{1,4}:){1,4}):(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4}(?![\\w:])",
              "$1:/64"),
          Rule.of("(?<![\\w.])(\\+|00)([1-9]\\d)[\\d ()/.-]{5,18}\\d(?!\\w)", "$1$2***"),
          Rule.of(
              "(?<![\\w.:/+-])(0[1-9]\\d)\\d{0,3}[ /-]{1,3}\\d[\\d -]{3,12}\\d(?![\\w:.])",
              "$1***"));

  private final List<String> known;

  public Masker(Collection<String> secrets) {
    var forms = new ArrayList<String>();
    secrets.stream().filter(s -> s.length() >= SHORTEST_SECRET).forEach(s -> addForms(forms, s));
    forms.sort(Comparator.comparingInt(String::length).reversed());
    this.known = List.copyOf(forms);
  }

  public String mask(String text) {
    if (text == null || text.isEmpty()) {
      return text;
    }
    String masked = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
    for (String secret : known) {
      masked = masked.replace(secret, HIDDEN);
    }
    for (Rule rule : SECRETS) {
      masked = rule.apply(masked);
    }
    for (Rule rule : PERSONAL) {
      masked = rule.apply(masked);
    }
    return masked.length() > LONGEST_WRITTEN ? masked.substring(0, LONGEST_WRITTEN) + "…" : masked;
  }

  /** A field of this name is never written, whatever its value looks like. */
  public static boolean namesASecret(String field) {
    return field != null
        && (SECRET_NAME.matcher(field).find() || field.equalsIgnoreCase("authorization"));
  }

  private static void addForms(List<String> forms, String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    forms.add(secret);
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
  }
}
